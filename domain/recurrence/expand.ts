// The first dates of a rule. Called by previews, calendars and everything that lists occurrences.
import { checkedZone, epochMs } from "../time.ts";
import { writeWall } from "./calendar.ts";
import { occurrences, readStart, type Series, type Slot } from "./occurrences.ts";
import { parseRule } from "./parse-rule.ts";
import type { Overflow, Rule } from "./rule.ts";
import { fullBudget } from "./slots.ts";

/** One date of a series: the wall clock the rule says (a day or `2026-03-02T09:00`) and the UTC instant it means. */
export type Occurrence = { local: string; instant: string };

/** The most dates one call gives. */
export const maxLimit = 10_000;

/**
 * The first `limit` occurrences of a rule from `start`, a day or a wall clock to the minute in `zone` (RFC 5545 §3.8.5.3).
 * `start` counts only if the rule matches it; EXDATEs are left out; fewer come back when the series ends, after the year
 * 9999, or when the bounded search finds no more. `overflow` `skip` is the strict reading of the RFC. `after`, an
 * instant, gives only those later than it, counted from `start` all the same. `local` is the rule's own wall clock, also
 * where a clock change skips it; `instant` then is the moved one. Throws a RangeError that names a bad rule, start,
 * zone or limit.
 */
export const expand = (options: {
  rrule: string;
  start: string;
  zone: string;
  limit: number;
  overflow?: Overflow;
  after?: string;
}): Occurrence[] => {
  const { limit } = options;
  if (!Number.isInteger(limit) || limit < 0 || limit > maxLimit)
    throw new RangeError(`limit must be a whole number from 0 to ${maxLimit}, not ${limit}`);
  const series = seriesOf(options.rrule, options.overflow ?? "skip", options.start, options.zone);
  const afterMs = options.after === undefined ? null : epochMs(options.after);
  const found: Occurrence[] = [];
  if (limit === 0) return found;
  for (const slot of occurrences(series, fullBudget(), afterMs)) {
    if (slot.excluded || (afterMs !== null && slot.ms <= afterMs)) continue;
    found.push(toOccurrence(slot));
    if (found.length === limit) break;
  }
  return found;
};

/** A series from text. Throws a RangeError with the reason when the rule is refused or the start does not exist. */
export const seriesOf = (
  rrule: string,
  overflow: Overflow,
  start: string,
  zone: string,
): Series => {
  const rule = ruleOf(rrule);
  return { rule, overflow, start: readStart(start, rule), zone: checkedZone(zone) };
};

/** The rule of a text that was accepted before. Throws a RangeError with the reason when it would be refused. */
export const ruleOf = (rrule: string): Rule => {
  const parsed = parseRule(rrule);
  if (!parsed.ok)
    throw new RangeError(`${parsed.error.message} (in the rule "${rrule.slice(0, 200)}")`);
  return parsed.value;
};

export const toOccurrence = ({ wall, ms }: Slot): Occurrence => ({
  local: writeWall(wall),
  instant: new Date(ms).toISOString(),
});
