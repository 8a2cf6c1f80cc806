// Which intent it is: a person's key. Used by the statements that write many at once.
import type { Id } from "../../domain/ids.ts";

type Keyed = { userId: Id; key: string };

export const keyOf = ({ userId, key }: Keyed): string => `${userId} ${key}`;

/** The first of each key, in order: a statement writes a row once. */
export const firstOfKey = <T extends Keyed>(all: T[]): T[] => {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first.values()];
};
