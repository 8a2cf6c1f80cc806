// The rule of a series whose due was moved to another day for good. Called by the task's rules for "this and following".
import { ruleOf } from "./expand.ts";
import type { Rule } from "./rule.ts";
import { writeRule } from "./write-rule.ts";

/**
 * The rule with its one weekday, its one day of the month or its one day of the year replaced by those of `day`. Null when the
 * rule names several, or places in a month: nobody can say which of them was meant.
 */
export const moveRule = (rrule: string, day: string): string | null => {
  const rule = ruleOf(rrule);
  const moved = movedTo(rule, new Date(`${day}T00:00:00Z`));
  return moved === null ? null : writeRule(moved);
};

const movedTo = (rule: Rule, day: Date): Rule | null => {
  const { weekdays, monthDays, months, positions } = rule;
  if (positions.length > 0) return null;
  if (weekdays.length === 0 && monthDays.length === 0) return months.length === 0 ? rule : null;
  if (monthDays.length === 0) {
    const isOneDay = rule.freq === "WEEKLY" && weekdays.length === 1;
    return isOneDay ? { ...rule, weekdays: [{ ordinal: 0, weekday: day.getUTCDay() || 7 }] } : null;
  }
  if (weekdays.length > 0 || monthDays.length > 1 || months.length > 1) return null;
  return {
    ...rule,
    monthDays: [day.getUTCDate()],
    months: months.length === 0 ? [] : [day.getUTCMonth() + 1],
  };
};
