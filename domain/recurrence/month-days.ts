// The days of a month that satisfy the BY parts of a rule, a month at a time. Called by slots.ts and periods.ts.
import { civilDay, dayNumber, monthLength, weekdayOf } from "./calendar.ts";
import type { Overflow, Rule, WeekdayPart } from "./rule.ts";

/** One month: the number of its first day, its length, and its fitting days as bits (bit 0 = the first). */
export type Month = { first: number; length: number; fitting: number };

/** Months by number: the year times twelve plus 0 for January. The last one asked for is kept. */
export type Months = {
  of(number: number): Month;
  /** The month a day is in. */
  around(day: number): Month;
  /** How much of the budget one month without a date takes. */
  cost: number;
};

/** The fitting days of each month for a complete rule. */
export const monthsOf = (rule: Rule, overflow: Overflow): Months => {
  let number = NaN;
  let kept: Month = { first: 0, length: 0, fitting: 0 };
  const of = (wanted: number): Month => {
    if (wanted !== number) kept = lookAt(rule, overflow, wanted);
    number = wanted;
    return kept;
  };
  const around = (day: number): Month => {
    if (day >= kept.first && day < kept.first + kept.length) return kept;
    // Months are mostly asked for one after the other.
    return day === kept.first + kept.length && number > 0 ? of(number + 1) : of(monthNumber(day));
  };
  return { of, around, cost: Math.max(6, rule.weekdays.length) };
};

/** The number of the month a day is in: the year times twelve plus 0 for January. */
export const monthNumber = (day: number): number => {
  const { year, month } = civilDay(day);
  return year * 12 + month - 1;
};

/** The first day of a month, by the month's number. */
export const firstOfMonth = (number: number): number =>
  dayNumber(Math.floor(number / 12), (number % 12) + 1, 1);

/** Day numbers of the fitting days, ascending. */
export const fittingDays = ({ first, length, fitting }: Month): number[] => {
  const days: number[] = [];
  for (let n = 0; n < length; n += 1) if (isSet(fitting, n)) days.push(first + n);
  return days;
};

/** The first fitting day at or after `day`; null when this month has none. */
export const fittingFrom = ({ first, length, fitting }: Month, day: number): number | null => {
  for (let n = day - first; n < length; n += 1) if (isSet(fitting, n)) return first + n;
  return null;
};

/** Whether a day of this month fits. */
export const fits = ({ first, fitting }: Month, day: number): boolean =>
  isSet(fitting, day - first);

const isSet = (bits: number, n: number): boolean => ((bits >> n) & 1) === 1;

const lookAt = (rule: Rule, overflow: Overflow, number: number): Month => {
  const year = Math.floor(number / 12);
  const month = (number % 12) + 1;
  const first = dayNumber(year, month, 1);
  const length = monthLength(year, month);
  if (rule.months.length > 0 && !rule.months.includes(month)) return { first, length, fitting: 0 };
  const inYear = rule.freq === "YEARLY" && rule.months.length === 0;
  const span = inYear
    ? { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }
    : { from: first, to: first + length - 1 };
  const ofMonth = monthDayBits(rule, overflow, length);
  return { first, length, fitting: ofMonth & weekdayBits(rule.weekdays, first, length, span) };
};

const monthDayBits = ({ monthDays }: Rule, overflow: Overflow, length: number): number => {
  if (monthDays.length === 0) return -1;
  let bits = 0;
  for (const day of monthDays) {
    const place = day < 0 ? length + 1 + day : day;
    if (place > length && overflow === "clamp") bits |= 1 << (length - 1);
    else if (place >= 1 && place <= length) bits |= 1 << (place - 1);
  }
  return bits;
};

/** Weekdays with an ordinal count within `span`: the month, or the year for a yearly rule that names no months. */
const weekdayBits = (
  parts: WeekdayPart[],
  first: number,
  length: number,
  span: { from: number; to: number },
): number => {
  if (parts.length === 0) return -1;
  let bits = 0;
  const set = (day: number): void => {
    if (day >= first && day < first + length) bits |= 1 << (day - first);
  };
  for (const { weekday, ordinal } of parts) {
    if (ordinal === 0)
      for (let day = firstWeekday(first, weekday); day < first + length; day += 7) set(day);
    else set(nthWeekday(weekday, ordinal, span));
  }
  return bits;
};

/** The first such weekday at or after a day. */
const firstWeekday = (day: number, weekday: number): number =>
  day + ((weekday - weekdayOf(day) + 7) % 7);

/** The nth such weekday of a span, counted from its end when negative; NaN when it has none. */
const nthWeekday = (
  weekday: number,
  ordinal: number,
  { from, to }: { from: number; to: number },
): number => {
  const day =
    ordinal > 0
      ? firstWeekday(from, weekday) + 7 * (ordinal - 1)
      : firstWeekday(to - 6, weekday) + 7 * (ordinal + 1);
  return day >= from && day <= to ? day : NaN;
};
