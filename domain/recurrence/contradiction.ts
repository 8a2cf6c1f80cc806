// Parts of a rule that do not go together (RFC 5545 §3.3.10 and our subset). Called by parse-rule.ts.
import type { Rule } from "./rule.ts";

/** Why a rule cannot be accepted whatever its start; null when nothing contradicts. */
export const contradiction = (rule: Rule): string | null => {
  if (rule.count !== null && rule.until !== null)
    return "a rule ends by COUNT or by UNTIL, not by both";
  if (rule.freq === "WEEKLY" && rule.monthDays.length > 0)
    return "BYMONTHDAY does not go with FREQ=WEEKLY; use FREQ=MONTHLY";
  if (rule.positions.length > 0 && rule.weekdays.length === 0 && rule.monthDays.length === 0)
    return "BYSETPOS needs BYDAY or BYMONTHDAY to choose from";
  return wrongOrdinal(rule);
};

const wrongOrdinal = ({ freq, months, weekdays }: Rule): string | null => {
  const highest = Math.max(0, ...weekdays.map((part) => Math.abs(part.ordinal)));
  if (highest === 0) return null;
  if (freq !== "MONTHLY" && freq !== "YEARLY")
    return `BYDAY with a number such as 1MO goes only with FREQ=MONTHLY or YEARLY, not ${freq}`;
  const inMonth = freq === "MONTHLY" || months.length > 0;
  return inMonth && highest > 5
    ? `BYDAY: no month has a weekday ${highest} times; the most is 5`
    : null;
};
