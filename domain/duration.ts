// How long something takes or waits, as ISO 8601 says it: "PT5M", "P1DT2H". Read by the doors that take "in" and "for".
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { instantAt, localAt } from "./zones/zoned.ts";

const hundredYearsInDays = 36_525;

/** Whether a text is a duration above zero and at most a hundred years. */
const isDuration = (text: string): boolean => {
  try {
    const days = Temporal.Duration.from(text).total({ unit: "days", relativeTo: "2000-01-01" });
    return days > 0 && days <= hundredYearsInDays;
  } catch {
    return false;
  }
};

/** An ISO 8601 duration above zero. */
export const Duration = z
  .string()
  .max(100)
  .refine(isDuration, "must be a duration such as PT5M (5 minutes), PT2H or P1D");
export type Duration = z.infer<typeof Duration>;

/** Whether a duration counts calendar days or longer, so that a zone decides when it is over. */
export const countsDays = (duration: Duration): boolean => {
  const { years, months, weeks, days } = Temporal.Duration.from(duration);
  return years + months + weeks + days > 0;
};

/** The instant (with milliseconds) a duration after another; days and longer keep the clock time in `zone`. */
export const afterDuration = (from: Date, duration: Duration, zone: string): string => {
  const { years, months, weeks, days, ...exact } = fieldsOf(Temporal.Duration.from(duration));
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime());
  const isCalendar = years + months + weeks + days > 0;
  const local = isCalendar ? localAt(start, zone).add({ years, months, weeks, days }) : null;
  const base = local === null ? start : instantAt(local, zone);
  return base.add(exact).toString({ smallestUnit: "millisecond" });
};

const fieldsOf = ({
  years,
  months,
  weeks,
  days,
  hours,
  minutes,
  seconds,
  milliseconds,
}: Temporal.Duration) => ({
  years,
  months,
  weeks,
  days,
  hours,
  minutes,
  seconds,
  milliseconds,
});
