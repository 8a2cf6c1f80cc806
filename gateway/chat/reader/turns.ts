// Who is read next: each person in turn, so that one who says much at once waits for themselves. Pure. Used by reader.ts.
import type { Id } from "../../../domain/ids.ts";

export type Turns<T> = {
  add: (userId: Id, one: T) => void;
  /** Takes the next out; undefined when nobody waits. */
  next: () => T | undefined;
  /** How many wait: of a person, or of all. */
  waiting: (userId?: Id) => number;
};

export const createTurns = <T>(): Turns<T> => {
  const byPerson = new Map<Id, T[]>();
  return {
    add: (userId, one) => void byPerson.set(userId, [...(byPerson.get(userId) ?? []), one]),
    next: () => {
      const first = byPerson.entries().next().value;
      if (!first) return undefined;
      const [userId, [one, ...rest]] = first;
      byPerson.delete(userId);
      if (rest.length > 0) byPerson.set(userId, rest);
      return one;
    },
    waiting: (userId) =>
      userId === undefined
        ? byPerson.values().reduce((sum, mine) => sum + mine.length, 0)
        : (byPerson.get(userId)?.length ?? 0),
  };
};
