// The next dates of a recurrence before it is saved, odd ones explained. Called by REST, chat and the page.
import { readWall } from "./calendar.ts";
import { expand, type Occurrence, ruleOf } from "./expand.ts";
import { next } from "./next.ts";
import { noteFor } from "./notes.ts";
import type { Recurrence } from "./recurrence.ts";

/** A date with a sentence when it is not what one would expect ("28 Feb: February has no 31st"), else null. */
export type Preview = Occurrence & { note: string | null };

/**
 * The first `count` dates from `start` (a day or a wall clock in `zone`), or those later than `after` (an instant). With
 * anchor `completion` they are what comes when each is done on its day. Throws a RangeError for a rule, date or zone that
 * cannot be read; parse the recurrence first.
 */
export const preview = (
  recurrence: Recurrence,
  options: { start: string; zone: string; after?: string },
  count = 5,
): Preview[] => {
  const rule = ruleOf(recurrence.rrule);
  const start = readWall(options.start);
  const dates = datesOf(recurrence, options, count);
  return dates.map((date, n) => ({
    ...date,
    note:
      start === null
        ? null
        : noteFor({
            rule,
            overflow: recurrence.overflow,
            start,
            zone: options.zone,
            previous: dates[n - 1]?.local ?? null,
            local: date.local,
          }),
  }));
};

const datesOf = (
  recurrence: Recurrence,
  options: { start: string; zone: string; after?: string },
  count: number,
): Occurrence[] => {
  const { rrule, overflow, anchor } = recurrence;
  if (anchor === "schedule") return expand({ rrule, overflow, limit: count, ...options });
  const dates = expand({ rrule, overflow, limit: Math.min(count, 1), ...options });
  for (let position = 1; position < count; position += 1) {
    const last = dates.at(-1);
    if (last === undefined) break;
    const due = { due: last.local, done: last.local, zone: options.zone, position };
    const found = next(recurrence, due).next;
    if (found === null) break;
    dates.push(found);
  }
  return dates;
};
