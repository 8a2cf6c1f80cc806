// Why a rule has no date at all. Called by recurrence.ts before a rule is accepted.
import { dayNumber, minutesADay, monthLength, type Wall, writeWall } from "./calendar.ts";
import { occurrences, type Series } from "./occurrences.ts";
import type { Overflow, Rule } from "./rule.ts";
import { fullBudget } from "./slots.ts";

/** Where every rule that ever has a date has one soon enough, when no start is known. */
const anyStart: Wall = { minutes: dayNumber(2000, 1, 1) * minutesADay, timed: true };

/** A reason a person can read when no date fits, null when one does. Without a start, EXDATE, UNTIL and INTERVAL cannot count. */
export const reasonForNoDate = (
  rule: Rule,
  overflow: Overflow,
  start: { wall: Wall; zone: string } | null,
): string | null => {
  const series: Series =
    start === null
      ? { rule: withoutPhase(rule), overflow, start: anyStart, zone: "UTC" }
      : { rule, overflow, start: start.wall, zone: start.zone };
  let excluded = 0;
  for (const slot of occurrences(series, fullBudget())) {
    if (!slot.excluded) return null;
    excluded += 1;
  }
  if (excluded > 0) return "EXDATE leaves out every date of the rule";
  if (overflow === "skip" && missingDay(rule) !== null) return missingDay(rule);
  if (hasDate({ ...series, rule: { ...series.rule, until: null } }))
    return `UNTIL is before the first date of the rule from ${writeWall(series.start)} on`;
  return "no date fits all parts of this rule";
};

const withoutPhase = (rule: Rule): Rule => ({ ...rule, interval: 1, until: null, exceptions: [] });

const hasDate = (series: Series): boolean => !occurrences(series, fullBudget()).next().done;

const monthName = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

/** "February has no 30th day", when none of the rule's months has any of its days; null otherwise. */
const missingDay = ({ months, monthDays }: Rule): string | null => {
  const [month] = months;
  const [day] = monthDays;
  if (month === undefined || day === undefined) return null;
  // 2000 was a leap year: each month as long as it can be.
  if (monthDays.some((one) => months.some((of) => one <= monthLength(2000, of)))) return null;
  return `${monthName.format(new Date(Date.UTC(2000, month - 1, 1)))} has no day ${day}`;
};
