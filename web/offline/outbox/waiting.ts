// The orders of a person that have no answer yet, as this tab knows them: how one comes, and how it ends. Made by outbox.ts.
import { rebased } from "./bases.ts";
import { type Entry, inOrder, keyOf, type Outcome } from "./entry.ts";
import type { Answered } from "./needs.ts";

export type WaitingNeeds = {
  onAdded: (entry: Entry) => void;
  onAnswered: (entry: Entry, outcome: Outcome, by: Answered) => void;
};

export type Waiting = ReturnType<typeof createWaiting>;

export const createWaiting = ({ onAdded, onAnswered }: WaitingNeeds) => {
  let entries: Entry[] = [];
  const hopes = new Map<string, PromiseWithResolvers<Outcome>>();
  /** Sent at least once, from whichever tab: whether it arrived is not known before it has its answer. */
  const begun = new Set<string>();
  /** Taken back: one that is still read from the shelf is not there any more. */
  const withdrawn = new Set<string>();
  const whenEmpty = new Set<() => void>();
  let news = Promise.withResolvers<void>();

  const known = (key: string): Entry | undefined => entries.find((one) => keyOf(one) === key);

  /** The end of an entry, in the tab that has sent it (`here`) and in those that hear of it. Resolves to the entries that are others since. */
  const settle = (key: string, outcome: Outcome, here: boolean): Entry[] => {
    const entry = known(key);
    if (!entry) return [];
    const others = entries.filter((one) => one !== entry);
    const next =
      outcome.ok && outcome.task
        ? rebased(others, entry, outcome.task)
        : { entries: others, changed: [] };
    entries = next.entries;
    onAnswered(entry, outcome, { here, awaited: hopes.has(key) });
    hopes.get(key)?.resolve(outcome);
    hopes.delete(key);
    if (entries.length === 0) for (const hear of whenEmpty) hear();
    return next.changed;
  };

  return {
    begun,
    whenEmpty,
    known,
    settle,
    all: (): Entry[] => entries,
    /** Those whose orders were given in this page. */
    own: (): Entry[] => entries.filter((one) => hopes.has(keyOf(one))),
    /** Resolves when another entry has come. */
    news: (): Promise<void> => news.promise,
    appear: (some: readonly Entry[]): void => {
      const there = new Set(entries.map(keyOf));
      const fresh = some.filter((one) => !there.has(keyOf(one)) && !withdrawn.has(keyOf(one)));
      if (fresh.length === 0) return;
      entries = inOrder(entries, fresh);
      for (const entry of fresh) onAdded(entry);
      news.resolve();
      news = Promise.withResolvers();
    },
    /** The same order, otherwise than before. */
    replace: (entry: Entry): void => {
      entries = entries.map((one) => (keyOf(one) === keyOf(entry) ? entry : one));
    },
    /** Who gave the order hears of its end. */
    hope: (key: string): Promise<Outcome> => {
      const hope = Promise.withResolvers<Outcome>();
      hopes.set(key, hope);
      return hope.promise;
    },
    /** The end of an order that was given in this page. */
    endOf: (key: string): Promise<Outcome> | undefined => hopes.get(key)?.promise,
    /** Taken back, unless it was sent. */
    withdraw: (key: string, here: boolean): void => {
      if (begun.has(key)) return;
      withdrawn.add(key);
      settle(key, { ok: true, idle: true, withdrawn: true }, here);
    },
  };
};
