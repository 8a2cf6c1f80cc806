// Everything a person ordered and that has no answer yet: kept before it is sent, sent when the line is live, by one tab at a time. Made by
// workspace.ts, filled by wishes.ts and reminder-wishes.ts.
import { type Backoff, backoffMs } from "../../../domain/backoff.ts";
import type { Id } from "../../../domain/ids.ts";
import { canRepeat, type Problem } from "../../api/problem.ts";
import { rebased } from "./bases.ts";
import { broken, type Entry, inOrder, isHopeless, keyOf, nextOf, type Outcome } from "./entry.ts";
import { newestChange } from "./newest.ts";
import type { Send } from "./send.ts";
import type { Shelf } from "./shelf.ts";
import type { Tabs } from "./tabs.ts";

/** `here`: this tab has sent it, and does what is to be done once. `awaited`: who gave the order is still here to hear of it. */
export type Answered = { here: boolean; awaited: boolean };

export type OutboxNeeds = {
  shelf: Shelf;
  tabs: Tabs;
  send: Send;
  /** An order is to be shown: of this tab, of another, or of a page before this one. */
  onAdded: (entry: Entry) => void;
  /** It has its answer. */
  onAnswered: (entry: Entry, outcome: Outcome, by: Answered) => void;
  /** Whether what is left waits for longer than a request takes. */
  onStalled: (isStalled: boolean) => void;
  /** The gateway does not know this person any more. */
  onSignedOut: () => void;
  setTimer: (run: () => void, ms: number) => () => void;
};

export type Outbox = ReturnType<typeof createOutbox>;

/** Tasks whose orders go out side by side. */
const most = 6;
const pauses: Backoff = { firstMs: 1_000, mostMs: 30_000 };

export const createOutbox = (needs: OutboxNeeds) => {
  const { shelf, tabs, send } = needs;
  let entries: Entry[] = [];
  /** Being written. An order is sent when it is kept, never before. */
  const writing = new Map<string, Promise<void>>();
  const hopes = new Map<string, (outcome: Outcome) => void>();
  /** Sent at least once, from whichever tab: whether it arrived is not known before it has its answer. */
  const begun = new Set<string>();
  /** Taken back: one that is still read from the shelf is not there any more. */
  const withdrawn = new Set<string>();
  const whenEmpty = new Set<() => void>();
  let isLive = false;
  let isOver = false;
  let failures = 0;
  let cancelTimer = (): void => undefined;

  let news = Promise.withResolvers<void>();

  const known = (key: string): Entry | undefined => entries.find((one) => keyOf(one) === key);

  const appear = (entry: Entry): void => {
    if (known(keyOf(entry)) || withdrawn.has(keyOf(entry))) return;
    entries = inOrder(entries, [entry]);
    needs.onAdded(entry);
    news.resolve();
    news = Promise.withResolvers();
  };

  /** The end of an entry, in the tab that has sent it and in those that hear of it. */
  const settle = (key: string, outcome: Outcome, here: boolean): Entry[] => {
    const entry = known(key);
    if (!entry) return [];
    const others = entries.filter((one) => one !== entry);
    const next =
      outcome.ok && outcome.task
        ? rebased(others, entry, outcome.task)
        : { entries: others, changed: [] };
    entries = next.entries;
    needs.onAnswered(entry, outcome, { here, awaited: hopes.has(key) });
    hopes.get(key)?.(outcome);
    hopes.delete(key);
    if (entries.length === 0) for (const hear of whenEmpty) hear();
    return next.changed;
  };

  const withdraw = (key: string, here: boolean): void => {
    if (begun.has(key)) return;
    withdrawn.add(key);
    settle(key, { ok: true, idle: true, withdrawn: true }, here);
  };

  const keep = async (entry: Entry): Promise<void> => {
    entries = entries.map((one) => (keyOf(one) === keyOf(entry) ? entry : one));
    await shelf.put(entry);
  };

  /** Whether the problem passes by itself. Where the gateway breaks at the order itself, only so many tries are made. */
  const isPassing = async (key: string, problem: Problem): Promise<boolean> => {
    const entry = known(key);
    if (problem.code !== "internal" || !entry) return canRepeat(problem);
    const next = broken(entry);
    await keep(next);
    return !isHopeless(next);
  };

  /** Sends one entry: it has its answer, has to wait, or nobody can be reached at all. */
  const sendOne = async (entry: Entry): Promise<"done" | "held" | "away"> => {
    const key = keyOf(entry);
    begun.add(key);
    tabs.tell({ is: "begun", key });
    await writing.get(key);
    const outcome = await send(entry, keep);
    if (isOver) return "away";
    if (!outcome.ok && outcome.problem.status === 401) {
      needs.onSignedOut();
      return "away";
    }
    if (!outcome.ok && (await isPassing(key, outcome.problem)))
      return outcome.problem.status === 0 ? "away" : "held";
    const changed = settle(key, outcome, true);
    for (const one of changed) await shelf.put(one);
    // Told before it is forgotten: who is closed in between has it sent again, under the same key.
    tabs.tell({ is: "answered", key, outcome });
    await shelf.remove(key);
    return "done";
  };

  /** Sends what there is, also of other tabs and of those that were closed. Resolves when all is sent or waits for better times. */
  const drain = async (): Promise<void> => {
    const before = entries.map(keyOf).filter((key) => !writing.has(key));
    const kept = await shelf.all();
    for (const entry of kept) appear(entry);
    const here = new Set(kept.map(keyOf));
    // What another tab has answered lies here no more; its word may still be on its way.
    const answered = new Set(before.filter((key) => !here.has(key)));
    const held = new Set<Id>();
    const running = new Set<Promise<void>>();
    let isAway = false;
    const start = (entry: Entry): void => {
      held.add(entry.taskId);
      const work = sendOne(entry).then((end) => {
        if (end === "done") held.delete(entry.taskId);
        if (end === "away") isAway = true;
        running.delete(work);
      });
      running.add(work);
    };
    while (isLive && !isOver && !isAway) {
      const open = entries.filter((entry) => !answered.has(keyOf(entry)));
      const next = running.size < most ? nextOf(open, held) : undefined;
      if (next) start(next);
      else if (running.size > 0) await Promise.race([...running, news.promise]);
      else break;
    }
    await Promise.all(running);
  };

  let draining: Promise<void> | null = null;
  let again = false;

  const pump = (): void => {
    if (isOver || !isLive || entries.length === 0) return;
    again = true;
    draining ??= run();
  };

  const run = async (): Promise<void> => {
    while (again && isLive && !isOver) {
      again = false;
      cancelTimer();
      const before = entries.length;
      await tabs.alone(drain);
      failures = entries.length < before ? 0 : failures + 1;
    }
    draining = null;
    const isStalled = entries.length > 0;
    needs.onStalled(isStalled);
    if (!isStalled) failures = 0;
    else if (isLive && !isOver)
      cancelTimer = needs.setTimer(pump, backoffMs(failures, pauses, Math.random()));
  };

  tabs.listen((word) => {
    if (isOver) return;
    if (word.is === "begun") return void begun.add(word.key);
    if (word.is === "withdrawn") return withdraw(word.key, false);
    if (word.is === "answered") settle(word.key, word.outcome, false);
    else appear(word.entry);
    // Should the tab it came from be closed before it could send it.
    pump();
  });

  return {
    /** Keeps an order, shows it at once, and sends it when it is its turn. Resolves with what became of it, should this page live to see it. */
    add: async (entry: Entry): Promise<Outcome> => {
      const key = keyOf(entry);
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      hopes.set(key, resolve);
      appear(entry);
      const written = shelf.put(entry);
      writing.set(key, written);
      void written.then(() => {
        writing.delete(key);
        if (!isOver) tabs.tell({ is: "added", entry });
      });
      pump();
      return promise;
    },
    /**
     * Takes back the newest change of this page that waits, if it is newer than `than`; or the one that is `only` meant. One that was sent once is
     * left alone: it may have arrived. Resolves with what was not done; null where there is none.
     */
    takeBack: async (
      than?: Id,
      only?: Id,
    ): Promise<{ is: "sent" | "taken back"; unless: string } | null> => {
      const own = entries.filter((one) => hopes.has(keyOf(one)));
      const newest =
        only === undefined
          ? newestChange(own, than)
          : own.filter(({ ticket }) => ticket.correlationId === only);
      const [first] = newest;
      if (!first) return null;
      const keys = newest.map(keyOf);
      if (keys.some((key) => begun.has(key))) return { is: "sent", unless: first.unless };
      for (const key of keys) withdraw(key, true);
      for (const key of keys) {
        await writing.get(key);
        await shelf.remove(key);
        tabs.tell({ is: "withdrawn", key });
      }
      return { is: "taken back", unless: first.unless };
    },
    /** What has no answer yet, in the order it was made. */
    entries: (): readonly Entry[] => entries,
    /** Whether all has its answer; if not, it is waited for, so long. */
    emptied: async (withinMs: number): Promise<boolean> => {
      if (entries.length === 0) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const hear = (): void => resolve(true);
      whenEmpty.add(hear);
      const cancel = needs.setTimer(() => resolve(false), withinMs);
      return promise.finally(() => {
        whenEmpty.delete(hear);
        cancel();
      });
    },
    /** Shows what is left from before, of all tabs. */
    recall: async (): Promise<void> => {
      for (const entry of inOrder(await shelf.all())) appear(entry);
      pump();
    },
    /** The line is live, and it is this person's; or it is not. */
    setLive: (live: boolean): void => {
      if (live === isLive) return;
      isLive = live;
      failures = 0;
      pump();
    },
    /** The person is gone: what waits stays for when they are back. */
    stop: (): void => {
      isOver = true;
      cancelTimer();
      tabs.close();
    },
    /** Forgets all that waits. */
    clear: (): Promise<void> => shelf.clear(),
  };
};
