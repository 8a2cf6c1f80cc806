// Which intent it is: a person's key. Used by the statements that write many at once.
import type { Id } from "../../domain/ids.ts";

type Keyed = { userId: Id; key: string };

export const keyOf = ({ userId, key }: Keyed): string => `${userId} ${key}`;

/** The first of each key, in the order of the keys: a statement writes a row once, and two that wait for each other's rows cannot deadlock. */
export const firstOfKey = <T extends Keyed>(all: T[]): T[] => {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};
