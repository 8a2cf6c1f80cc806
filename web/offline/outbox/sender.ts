// Sends what waits: what belongs to one task in order, tasks side by side, by one tab at a time, again after pauses. Made by outbox.ts.
import { type Backoff, backoffMs } from "../../../domain/backoff.ts";
import type { Id } from "../../../domain/ids.ts";
import { canRepeat, type Problem } from "../../api/problem.ts";
import { broken, type Entry, isHopeless, keyOf, nextOf } from "./entry.ts";
import type { OutboxNeeds } from "./needs.ts";
import type { Waiting } from "./waiting.ts";

/** Tasks whose orders go out side by side. */
const most = 6;
const pauses: Backoff = { firstMs: 1_000, mostMs: 30_000 };

/** `writing`: orders that are being written. One is sent when it is kept, never before. */
type Needs = OutboxNeeds & { waiting: Waiting; writing: ReadonlyMap<string, Promise<boolean>> };

export type Sender = ReturnType<typeof createSender>;

export const createSender = (needs: Needs) => {
  const { shelf, tabs, send, waiting, writing } = needs;
  let isLive = false;
  let isOver = false;
  let failures = 0;
  let cancelTimer = (): void => undefined;

  const keep = async (entry: Entry): Promise<void> => {
    waiting.replace(entry);
    await shelf.put(entry);
  };

  /** Whether the problem passes by itself. Where the gateway breaks at the order itself, only so many tries are made. */
  const isPassing = async (key: string, problem: Problem): Promise<boolean> => {
    const entry = waiting.known(key);
    if (problem.code !== "internal" || !entry) return canRepeat(problem);
    const next = broken(entry);
    await keep(next);
    return !isHopeless(next);
  };

  /** Sends one entry: it has its answer, has to wait, or nobody can be reached at all. */
  const sendOne = async (entry: Entry): Promise<"done" | "held" | "away"> => {
    const key = keyOf(entry);
    waiting.begun.add(key);
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
    const changed = waiting.settle(key, outcome, true);
    for (const one of changed) await shelf.put(one);
    // Said before it is forgotten: who is closed in between has it sent again, under the same key.
    tabs.tell({ is: "answered", key, outcome });
    await shelf.remove(key);
    return "done";
  };

  /** Sends what there is, also of other tabs and of those that were closed. Resolves when all is sent or waits for better times. */
  const drain = async (): Promise<void> => {
    const before = waiting.all().map(keyOf);
    const written = before.filter((key) => !writing.has(key));
    const kept = await shelf.all();
    waiting.appear(kept);
    const here = new Set(kept.map(keyOf));
    // What another tab has answered lies here no more; its word may still be on its way.
    const answered = new Set(written.filter((key) => !here.has(key)));
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
      const open = waiting.all().filter((entry) => !answered.has(keyOf(entry)));
      const next = running.size < most ? nextOf(open, held) : undefined;
      if (next) start(next);
      else if (running.size > 0) await Promise.race([...running, waiting.news()]);
      else break;
    }
    await Promise.all(running);
  };

  let draining: Promise<void> | null = null;
  let again = false;

  /** Begins to send, if there is anything and somebody to send it to. */
  const pump = (): void => {
    if (isOver || !isLive || waiting.all().length === 0) return;
    again = true;
    draining ??= run();
  };

  const run = async (): Promise<void> => {
    while (again && isLive && !isOver) {
      again = false;
      cancelTimer();
      const before = waiting.all().length;
      await tabs.alone(drain);
      failures = waiting.all().length < before ? 0 : failures + 1;
    }
    draining = null;
    const isStalled = waiting.all().length > 0;
    needs.onStalled(isStalled);
    if (!isStalled) failures = 0;
    else if (isLive && !isOver)
      cancelTimer = needs.setTimer(pump, backoffMs(failures, pauses, Math.random()));
  };

  return {
    pump,
    isOver: (): boolean => isOver,
    isLive: (): boolean => isLive,
    /** The line is live, and it is this person's; or it is not. */
    setLive: (live: boolean): void => {
      if (live === isLive) return;
      isLive = live;
      failures = 0;
      pump();
    },
    stop: (): void => {
      isOver = true;
      cancelTimer();
    },
  };
};
