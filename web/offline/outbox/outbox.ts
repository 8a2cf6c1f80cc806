// Everything a person ordered and that has no answer yet: kept before it is sent, sent when the line is live, by one tab at a time. Made by
// workspace.ts, filled by wishes.ts and reminder-wishes.ts. What waits is in waiting.ts, how it goes out in sender.ts.
import type { Id } from "../../../domain/ids.ts";
import { type Entry, inOrder, keyOf, type Outcome } from "./entry.ts";
import type { OutboxNeeds } from "./needs.ts";
import { newestChange } from "./newest.ts";
import { createSender } from "./sender.ts";
import { createWaiting } from "./waiting.ts";

export type Outbox = ReturnType<typeof createOutbox>;

/** How long a request that is under way is waited for, ms. */
const endMs = 10_000;

export const createOutbox = (needs: OutboxNeeds) => {
  const { shelf, tabs } = needs;
  const writing = new Map<string, Promise<boolean>>();
  const waiting = createWaiting(needs);
  const sender = createSender({ ...needs, waiting, writing });

  tabs.listen((word) => {
    if (sender.isOver()) return;
    if (word.is === "begun") return void waiting.begun.add(word.key);
    if (word.is === "withdrawn") return waiting.withdraw(word.key, false);
    if (word.is === "answered") waiting.settle(word.key, word.outcome, false);
    else waiting.appear([word.entry]);
    // Should the tab it came from be closed before it could send it.
    sender.pump();
  });

  const write = (entry: Entry): void => {
    const key = keyOf(entry);
    const written = shelf.put(entry);
    writing.set(key, written);
    void written.then((isKept) => {
      writing.delete(key);
      if (isKept) needs.onKept(entry);
      if (!sender.isOver()) tabs.tell({ is: "added", entry });
    });
  };

  /** Keeps orders, shows them at once, and sends each when it is its turn. */
  const addAll = (entries: readonly Entry[]): Promise<Outcome>[] => {
    const outcomes = entries.map((entry) => waiting.hope(keyOf(entry)));
    for (const entry of entries) needs.onOrdered(entry);
    waiting.appear(entries);
    for (const entry of entries) write(entry);
    sender.pump();
    return outcomes;
  };

  /** Waits for what was begun of a change: then the server can take it back. Resolves to false where that takes too long. */
  const ended = async (keys: readonly string[]): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const cancel = needs.setTimer(() => resolve(false), endMs);
    // Whoever ordered it hears of it first.
    void Promise.all(keys.flatMap((key) => waiting.endOf(key) ?? [])).then(() =>
      setTimeout(() => resolve(true), 0),
    );
    return promise.finally(cancel);
  };

  return {
    /** Each resolves with what became of the order, should this page live to see it. */
    addAll,
    /** The same for one. */
    add: async (entry: Entry): Promise<Outcome> => {
      const [outcome] = addAll([entry]);
      if (outcome === undefined) throw new Error("one order has one outcome");
      return outcome;
    },
    /**
     * Takes back the newest change of this page that waits, if it is newer than `than`; or the one that is `only` meant. One that was sent once is
     * left alone: it may have arrived. Of several that are being sent those that have not been are taken back, the others are waited for. Resolves
     * with what was not done; null where there is none, or what was done is for the server to take back.
     */
    takeBack: async (
      than?: Id,
      only?: Id,
    ): Promise<{ is: "sent" | "taken back"; unless: string } | null> => {
      const own = waiting.own();
      const newest =
        only === undefined
          ? newestChange(own, than)
          : own.filter(({ ticket }) => ticket.correlationId === only);
      const [first] = newest;
      if (!first) return null;
      const begun = newest.map(keyOf).filter((key) => waiting.begun.has(key));
      const keys = newest.map(keyOf).filter((key) => !waiting.begun.has(key));
      // Of one that is on its way nobody knows, and without a line nothing that was begun can end.
      if (begun.length > 0 && (newest.length === 1 || !sender.isLive()))
        return { is: "sent", unless: first.unless };
      for (const key of keys) waiting.withdraw(key, true);
      for (const key of keys) {
        await writing.get(key);
        await shelf.remove(key);
        tabs.tell({ is: "withdrawn", key });
      }
      if (begun.length === 0) return { is: "taken back", unless: first.unless };
      return (await ended(begun)) ? null : { is: "sent", unless: first.unless };
    },
    /** What has no answer yet, in the order it was made. */
    entries: (): readonly Entry[] => waiting.all(),
    /** Whether all has its answer; if not, it is waited for, so long. */
    emptied: async (withinMs: number): Promise<boolean> => {
      if (waiting.all().length === 0) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const hear = (): void => resolve(true);
      waiting.whenEmpty.add(hear);
      const cancel = needs.setTimer(() => resolve(false), withinMs);
      return promise.finally(() => {
        waiting.whenEmpty.delete(hear);
        cancel();
      });
    },
    /** Shows what is left from before, of all tabs. */
    recall: async (): Promise<void> => {
      waiting.appear(inOrder(await shelf.all()));
      sender.pump();
    },
    setLive: sender.setLive,
    /** The person is gone: what waits stays for when they are back. */
    stop: (): void => {
      sender.stop();
      tabs.close();
    },
    /** Forgets all that waits. */
    clear: (): Promise<void> => shelf.clear(),
  };
};
