// How far one interval of a rule reaches from the day a task was done. Called by next.ts.
import { civilDay, dayNumber, lastDay, monthLength } from "./calendar.ts";
import type { Rule } from "./rule.ts";

/** Whether a rule says on which days it falls ("every! 3 weeks on saturday"), or leaves that to the day it counts from. */
export const namesDays = ({ weekdays, monthDays, months }: Rule): boolean =>
  weekdays.length > 0 || monthDays.length > 0 || months.length > 0;

/** The day number one interval after a day, past the last day when beyond it. A month that is too short ends the count on its last day. Not for HOURLY. */
export const daysAfter = ({ freq, interval }: Rule, day: number): number => {
  if (freq === "DAILY" || freq === "WEEKLY")
    return Math.min(day + interval * (freq === "DAILY" ? 1 : 7), lastDay + 1);
  const from = civilDay(day);
  const months = from.year * 12 + from.month - 1 + interval * (freq === "YEARLY" ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  if (year > 9999) return lastDay + 1;
  return dayNumber(year, month, Math.min(from.day, monthLength(year, month)));
};
