// What a rule leaves unsaid comes from its start (RFC 5545 §3.3.10). Called by slots.ts and when a rule is accepted.
import { civilDay, dayOf, weekdayOf } from "./calendar.ts";
import type { Rule } from "./rule.ts";

/** The rule with its days said: weekly on the start's weekday, monthly on its day, yearly on its month and day. */
export const completeRule = (rule: Rule, startMinutes: number): Rule => {
  if (rule.weekdays.length > 0 || rule.monthDays.length > 0) return rule;
  const number = dayOf(startMinutes);
  const { month, day } = civilDay(number);
  if (rule.freq === "WEEKLY")
    return { ...rule, weekdays: [{ weekday: weekdayOf(number), ordinal: 0 }] };
  if (rule.freq === "MONTHLY") return { ...rule, monthDays: [day] };
  if (rule.freq !== "YEARLY") return rule;
  return { ...rule, monthDays: [day], months: rule.months.length > 0 ? rule.months : [month] };
};

/**
 * The rule with day 29–31 of its start written into it, so that the day is not lost when a later due date was clamped
 * (31 Jan → 28 Feb → 31 Mar). Other rules stay as they are.
 */
export const keepAnchorDay = (rule: Rule, startMinutes: number): Rule => {
  const { day } = civilDay(dayOf(startMinutes));
  const isByMonth = rule.freq === "MONTHLY" || rule.freq === "YEARLY";
  return isByMonth && day > 28 ? completeRule(rule, startMinutes) : rule;
};
