// The weeks, months or years a rule counts in, numbered from the one its start is in. Called by slots.ts.
import { weekdayOf } from "./calendar.ts";
import { firstOfMonth, fits, fittingDays, monthNumber, type Months } from "./month-days.ts";
import type { Rule } from "./rule.ts";

/** Periods by number: 0 holds the start's day. */
export type Period = {
  /** The number of the period a day is in. */
  indexOf(day: number): number;
  firstDay(index: number): number;
  /** Its days that fit the rule, in order. */
  fitting(index: number): number[];
  /** How much of the budget one period without a date takes. */
  cost: number;
};

/** The periods of a WEEKLY, MONTHLY or YEARLY rule whose start is on day `startDay`. */
export const periodOf = (rule: Rule, months: Months, startDay: number): Period => {
  if (rule.freq === "WEEKLY") return weeks(startDay, rule.weekStart, months);
  return rule.freq === "MONTHLY"
    ? spans(startDay, 1, [0], months)
    : spans(startDay, 12, namedMonths(rule), months);
};

const weeks = (startDay: number, weekStart: number, months: Months): Period => {
  const first = startDay - ((weekdayOf(startDay) - weekStart + 7) % 7);
  return {
    indexOf: (day) => Math.floor((day - first) / 7),
    firstDay: (index) => first + index * 7,
    fitting: (index) => {
      const days: number[] = [];
      const start = first + index * 7;
      for (let day = start; day < start + 7; day += 1)
        if (fits(months.around(day), day)) days.push(day);
      return days;
    },
    cost: months.cost,
  };
};

/** Months (`length` 1) or years (`length` 12); `within` are the months of a span that can have fitting days. */
const spans = (startDay: number, length: number, within: number[], months: Months): Period => {
  const spanOf = (day: number): number => Math.floor(monthNumber(day) / length);
  const first = spanOf(startDay);
  return {
    indexOf: (day) => spanOf(day) - first,
    firstDay: (index) => firstOfMonth((first + index) * length),
    fitting: (index) =>
      within.flatMap((month) => fittingDays(months.of((first + index) * length + month))),
    cost: within.length * months.cost,
  };
};

/** The months of a year a rule names, from 0; all when it names none. */
const namedMonths = ({ months }: Rule): number[] =>
  months.length > 0 ? months.map((month) => month - 1) : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
