// Why a date of a preview is not what one would expect. Called by preview.ts.
import { howOften, toInstant, toLocal } from "../time.ts";
import { civilDay, dayOf, monthLength, readWall, type Wall } from "./calendar.ts";
import { completeRule } from "./complete-rule.ts";
import { monthNumber } from "./month-days.ts";
import type { Overflow, Rule } from "./rule.ts";
import { clockText, joined, monthText, nth, shortDayText } from "./words.ts";

/** One date of a series and the one before it (null for the first). */
type Asked = {
  rule: Rule;
  overflow: Overflow;
  start: Wall;
  zone: string;
  previous: string | null;
  local: string;
};

/** A sentence such as "28 Feb: February has no 31st", several with "; "; null when the date is as one would expect. */
export const noteFor = (asked: Asked): string | null => {
  const at = readWall(asked.local);
  const rule = completeRule(asked.rule, asked.start.minutes);
  const reasons = [
    at === null ? null : clampNote(rule, asked.overflow, at),
    at === null ? null : leftOutNote(rule, asked, at),
    at?.timed ? clockNote(asked.local, asked.zone) : null,
  ].filter((reason) => reason !== null);
  if (at === null || reasons.length === 0) return null;
  return `${shortDayText(dayOf(at.minutes))}: ${reasons.join("; ")}`;
};

/** "February has no 31st", where the last day stands in for it. */
const clampNote = (rule: Rule, overflow: Overflow, at: Wall): string | null => {
  const { year, month, day } = civilDay(dayOf(at.minutes));
  const length = monthLength(year, month);
  const isMeant = rule.monthDays.includes(day) || rule.monthDays.includes(-1);
  const absent = rule.monthDays.filter((wanted) => wanted > length);
  if (overflow !== "clamp" || day !== length || isMeant || absent.length === 0) return null;
  return `${monthText(month)} has no ${joined(absent.map(nth), "or")}`;
};

/** "no date in February 2027, which has no 31st", where the strict reading leaves a month out. */
const leftOutNote = (rule: Rule, asked: Asked, at: Wall): string | null => {
  const before = asked.previous === null ? null : readWall(asked.previous);
  const step = rule.freq === "MONTHLY" ? rule.interval : 12 * rule.interval;
  const byMonth = rule.freq === "MONTHLY" || rule.freq === "YEARLY";
  if (before === null || !byMonth || asked.overflow === "clamp" || rule.monthDays.includes(-1))
    return null;
  const first = Math.min(...rule.monthDays);
  const left: string[] = [];
  const to = monthNumber(dayOf(at.minutes));
  for (let number = monthNumber(dayOf(before.minutes)) + step; number < to; number += step) {
    const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
    const isNamed = rule.months.length === 0 || rule.months.includes(month);
    if (isNamed && first > monthLength(year, month)) left.push(`${monthText(month)} ${year}`);
  }
  if (left.length === 0 || first === Infinity) return null;
  const listed = left.length > 3 ? `${left.length} months from ${left[0]} on` : joined(left, "and");
  return `no date in ${listed}, which ${left.length === 1 ? "has" : "have"} no ${nth(first)}`;
};

/** What a clock change does to the time. */
const clockNote = (local: string, zone: string): string | null => {
  const often = howOften(local, zone);
  const time = clockText(local);
  if (often === "once") return null;
  if (often === "twice") return `${time} comes twice as the clock goes back; the first one counts`;
  const moved = clockText(toLocal(toInstant(local, zone), zone));
  return `${time} does not exist as the clock goes forward; it becomes ${moved}`;
};
