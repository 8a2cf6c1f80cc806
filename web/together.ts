// Changes several tasks as one: one Undo takes back all of it, sent or not. Made by wishes.ts, called by the lists.
import type { Task } from "../domain/task.ts";
import { newId } from "./api/punctual.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import type { Given } from "./orders.ts";
import type { Outcome } from "./offline/outbox/entry.ts";
import type { Beside, Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { listWords } from "./words/list.ts";

/** One task's share of a change of several. `standsFor`: so many of those the person chose. */
export type Share = { order: Given; standsFor?: number };

/** What was done longer ago than this is no news when it is confirmed. */
export const newsMs = 10_000;

/** One request a task, and the gateway takes 20 a second of a person after the first 200: this many are done in a quarter of a minute. */
export const mostTogether = 500;

/** The sentence for so many tasks. */
type Say = (count: number) => string;

type World = {
  store: Store;
  outbox: Pick<Outbox, "addAll">;
  rewind: Pick<Rewind, "did">;
  sayDone: (text: string, about: string) => void;
};

/** What is told of a change as its answers come: at the first one that it is done, at the last one how many it was of, should that be others. */
const createTelling = ({ rewind, sayDone }: World, id: string, beside?: Beside) => {
  let told: number | null = null;
  return {
    /** The change has begun to be done: it can be taken back. */
    first: (count: number, say: Say | null): void => {
      if (told !== null) return;
      told = count;
      rewind.did(id, beside);
      if (say) sayDone(say(count), id);
    },
    isOther: (count: number): boolean => told !== null && told !== count,
  };
};

const isDone = (outcome: Outcome): boolean => outcome.ok && !outcome.idle;

/**
 * Gives all the orders at once, under one correlation id. `said` is spoken when the first is carried out, or at once where there is no line, for
 * then they wait; null where what one sees says enough. `beside` goes back with the change. Resolves to how many were changed; none when they are too many.
 */
export const createTogether =
  (world: World) =>
  async (shares: readonly Share[], said: Say | null, beside?: Beside): Promise<number> => {
    const { store, outbox, sayDone } = world;
    if (shares.length > mostTogether) {
      const text = listWords.tooMany(shares.length, mostTogether);
      store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
      beside?.undo();
      return 0;
    }
    const [correlationId, givenAt] = [newId(), Date.now()];
    const isHere = !["offline", "reconnecting"].includes(store.read().connection);
    const isNews = (): boolean => shares.length > 1 || Date.now() - givenAt <= newsMs;
    const counts = shares.map(({ standsFor = 1 }) => standsFor);
    let left = counts.reduce((sum, count) => sum + count, 0);
    const answers = outbox.addAll(
      shares.map(({ order }) => ({ v: 1, ticket: { key: newId(), correlationId }, ...order })),
    );
    if (said && !isHere && left > 0) sayDone(said(left) + listWords.done.waits, correlationId);
    const telling = createTelling(world, correlationId, beside);
    const outcomes = await Promise.all(
      answers.map(async (answer, at) => {
        const outcome = await answer;
        if (isDone(outcome)) telling.first(left, isHere && isNews() ? said : null);
        else left -= counts[at] ?? 0;
        return outcome;
      }),
    );
    if (left === 0) {
      // Taken back, or refused: there is no way back any more.
      store.dispatch({ type: "rewound", correlationId });
      beside?.undo();
      return 0;
    }
    const isTakenBack = outcomes.some((outcome) => outcome.ok && outcome.withdrawn);
    if (said && isHere && telling.isOther(left) && !isTakenBack) {
      store.dispatch({ type: "rewound", correlationId });
      sayDone(said(left), correlationId);
    }
    return left;
  };

/** Of a repeating task only the date at hand is meant. */
export const scopeOf = ({ recurrence }: Task): { scope?: "this" } =>
  recurrence === null ? {} : { scope: "this" };
