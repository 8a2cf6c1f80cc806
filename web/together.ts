// Changes several tasks as one: one Undo takes back all of it, sent or not. Made by wishes.ts, called by the lists.
import type { Task } from "../domain/task.ts";
import { newId } from "./api/punctual.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import type { Given } from "./orders.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { listWords } from "./words/list.ts";

/** One task's share of a change of several. `standsFor`: so many of those the person chose. */
export type Share = { order: Given; standsFor?: number };

/** What was done longer ago than this is no news when it is confirmed. */
export const newsMs = 10_000;

/** The sentence for so many tasks. */
type Say = (count: number) => string;

type World = {
  store: Store;
  outbox: Pick<Outbox, "add">;
  rewind: Pick<Rewind, "did">;
  sayDone: (text: string, about: string) => void;
};

/**
 * Gives all the orders at once, under one correlation id. `said` is spoken when they are changed, or at once where there is no line, for
 * then they wait; null where what one sees says enough. Resolves to how many were changed.
 */
export const createTogether =
  ({ store, outbox, rewind, sayDone }: World) =>
  async (shares: readonly Share[], said: Say | null): Promise<number> => {
    const [correlationId, givenAt] = [newId(), Date.now()];
    const isHere = !["offline", "reconnecting"].includes(store.read().connection);
    const answers = shares.map(({ order }) =>
      outbox.add({ v: 1, ticket: { key: newId(), correlationId }, ...order }),
    );
    const counts = shares.map(({ standsFor = 1 }) => standsFor);
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (said && !isHere && all > 0) sayDone(said(all) + listWords.done.waits, correlationId);
    const outcomes = await Promise.all(answers);
    const changed = outcomes.reduce(
      (sum, outcome, at) => sum + (outcome.ok && !outcome.idle ? (counts[at] ?? 0) : 0),
      0,
    );
    if (changed === 0) {
      // Taken back, or refused: there is no way back any more.
      store.dispatch({ type: "rewound", correlationId });
      return 0;
    }
    rewind.did(correlationId);
    if (said && isHere && Date.now() - givenAt <= newsMs) sayDone(said(changed), correlationId);
    return changed;
  };

/** Of a repeating task only the date at hand is meant. */
export const scopeOf = ({ recurrence }: Task): { scope?: "this" } =>
  recurrence === null ? {} : { scope: "this" };
