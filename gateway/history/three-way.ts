// One field of three values: before the request, as the request left it, now. What taking the request back makes of it. Pure.
import { isDeepStrictEqual } from "node:util";
import type { Reminder } from "../../domain/reminder.ts";
import type { Held } from "./steps.ts";

/**
 * `same`: it is as it was before already. `back`: it holds what the request set, so `value` puts it back. `changed`: it holds
 * something else by now.
 */
export type Merged = { is: "same" } | { is: "back"; value: unknown } | { is: "changed" };

/** Lists are merged by what is in them, so that what others added stays. */
export const merge = (field: string, { base, ours }: Held, now: unknown): Merged => {
  if (isDeepStrictEqual(now, base)) return { is: "same" };
  if (isDeepStrictEqual(now, ours)) return { is: "back", value: base };
  const keyOf = keys[field];
  if (!keyOf) return { is: "changed" };
  return mergeLists({ base: listOf(base), ours: listOf(ours), now: listOf(now) }, keyOf);
};

const keys: Record<string, (item: unknown) => string> = {
  tags: (tag) => String(tag).toLowerCase(),
  reminders: (reminder) => (reminder as Reminder).id,
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const mergeLists = (
  lists: { base: unknown[]; ours: unknown[]; now: unknown[] },
  keyOf: (item: unknown) => string,
): Merged => {
  const [base, ours, now] = [lists.base, lists.ours, lists.now].map(
    (list) => new Map(list.map((item) => [keyOf(item), item])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const merged = new Map(now);
  for (const key of new Set([...base.keys(), ...ours.keys()])) {
    const [before, set, is] = [base.get(key), ours.get(key), now.get(key)];
    if (isDeepStrictEqual(before, set) || isDeepStrictEqual(is, before)) continue;
    if (!isDeepStrictEqual(is, set)) return { is: "changed" };
    if (before === undefined) merged.delete(key);
    else merged.set(key, before);
  }
  const value = [...merged.values()];
  return isDeepStrictEqual(value, lists.now) ? { is: "same" } : { is: "back", value };
};
