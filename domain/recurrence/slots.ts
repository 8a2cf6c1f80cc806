// The wall-clock slots of a rule, in order, without any zone. Called by occurrences.ts.
import { dayOf, lastDay, minutesADay, type Wall } from "./calendar.ts";
import { completeRule } from "./complete-rule.ts";
import { fittingFrom, monthsOf } from "./month-days.ts";
import { periodOf } from "./periods.ts";
import type { Overflow, Rule } from "./rule.ts";

/** How much may still be looked at in vain. One is shared by all searches of a call, so that no rule can hold it up. */
export type Budget = { left: number };

/**
 * A month without a date takes 6: enough for 5,000 months, and after 4,800 the calendar repeats. A few ms of work. Months
 * and weeks with a date take nothing, so that a long list of frequent dates is not cut short.
 */
export const fullBudget = (): Budget => ({ left: 30_000 });

/**
 * Slots of the rule as wall-clock minutes, strictly increasing, not before its start and not before `from` (minutes).
 * Ends after the year 9999, or when the budget is used up; COUNT, UNTIL and EXDATE are not looked at.
 */
export const slots = (
  rule: Rule,
  overflow: Overflow,
  start: Wall,
  from: number,
  budget: Budget,
): Iterable<number> => {
  const whole = completeRule(rule, start.minutes);
  const earliest = Math.max(start.minutes, from);
  return rule.freq === "HOURLY" || rule.freq === "DAILY"
    ? steppedSlots(whole, overflow, start.minutes, earliest, budget)
    : periodSlots(whole, overflow, start.minutes, earliest, budget);
};

/** Every nth hour or day, of which those count that fit. What does not fit is jumped over, a month at a time. */
function* steppedSlots(
  rule: Rule,
  overflow: Overflow,
  start: number,
  earliest: number,
  budget: Budget,
): Generator<number, void> {
  const step = rule.interval * (rule.freq === "HOURLY" ? 60 : minutesADay);
  const firstFrom = (minutes: number): number =>
    start + Math.max(0, Math.ceil((minutes - start) / step)) * step;
  const months = monthsOf(rule, overflow);
  // Each slot is a period of its own, so BYSETPOS can only choose the first and last, which it is.
  if (placed([0], rule.positions).length === 0) return;
  for (let at = firstFrom(earliest); budget.left > 0;) {
    const day = dayOf(at);
    if (day > lastDay) return;
    const month = months.around(day);
    const fitting = fittingFrom(month, day);
    if (fitting === day) {
      yield at;
      at += step;
    } else {
      budget.left -= fitting === null ? months.cost : 1;
      at = firstFrom((fitting ?? month.first + month.length) * minutesADay);
    }
  }
}

/** The fitting days of every nth week, month or year, of which BYSETPOS chooses. */
function* periodSlots(
  rule: Rule,
  overflow: Overflow,
  start: number,
  earliest: number,
  budget: Budget,
): Generator<number, void> {
  const period = periodOf(rule, monthsOf(rule, overflow), dayOf(start));
  const timeOfDay = start - dayOf(start) * minutesADay;
  const first = Math.max(0, Math.floor(period.indexOf(dayOf(earliest)) / rule.interval));
  for (let index = first * rule.interval; budget.left > 0; index += rule.interval) {
    if (period.firstDay(index) > lastDay) return;
    const days = placed(period.fitting(index), rule.positions);
    if (days.length === 0) budget.left -= period.cost;
    for (const day of days) {
      const at = day * minutesADay + timeOfDay;
      if (at >= earliest && day <= lastDay) yield at;
    }
  }
}

/** What BYSETPOS leaves of the days of one period; all when it is not given. */
const placed = (days: number[], positions: number[]): number[] =>
  positions.length === 0
    ? days
    : days.filter(
        (_, place) => positions.includes(place + 1) || positions.includes(place - days.length),
      );
