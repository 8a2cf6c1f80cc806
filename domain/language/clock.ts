// The wall clock a person's words are measured against. Used by everything in domain/language that knows a date.
import { Temporal } from "temporal-polyfill";
import type { When } from "../when.ts";
import { localAt } from "../zones/zoned.ts";

export type PlainDate = Temporal.PlainDate;
export type PlainDateTime = Temporal.PlainDateTime;

/** A part of the day that has a clock time of its own. */
export type DayPart = "morning" | "noon" | "afternoon" | "evening" | "tonight" | "night";

/** Clock times (`HH:MM`) of the parts of a day where a person has set none (semantics: Dates). */
export const defaultDayParts: Record<DayPart, string> = {
  morning: "09:00",
  noon: "12:00",
  afternoon: "15:00",
  evening: "19:00",
  tonight: "20:00",
  night: "22:00",
};

/** What dates are relative to. `now` is the wall clock in the person's zone, to the minute. */
export type Clock = {
  instant: Temporal.Instant;
  zone: string;
  now: PlainDateTime;
  today: PlainDate;
  /** ISO weekday a week starts with, 1 = Monday. */
  weekStart: number;
  /** 1/2 is the first of February, not the second of January. */
  dayFirst: boolean;
  dayParts: Record<DayPart, Temporal.PlainTime>;
};

/** Builds the clock. `now` is an ISO instant; a zone or a day part that cannot be read throws a RangeError. */
export const clockAt = (options: ClockOptions): Clock => {
  const clock = clocks.get(options) ?? makeClock(options);
  clocks.set(options, clock);
  return clock;
};

type ClockOptions = {
  now: string;
  zone: string;
  locale?: string | undefined;
  weekStart?: number | undefined;
  dayParts?: Partial<Record<DayPart, string>> | undefined;
};

/** One message is read many times by the same clock; making one costs as much as reading a line. */
const clocks = new WeakMap<ClockOptions, Clock>();

const makeClock = (options: ClockOptions): Clock => {
  const instant = Temporal.Instant.from(options.now);
  const now = localAt(instant, options.zone).round(toMinute);
  const parts = Object.entries({ ...defaultDayParts, ...options.dayParts });
  return {
    instant,
    zone: options.zone,
    now,
    today: now.toPlainDate(),
    weekStart: options.weekStart ?? 1,
    dayFirst: isDayFirst(options.locale ?? "en"),
    dayParts: Object.fromEntries(
      parts.map(([part, at]) => [part, Temporal.PlainTime.from(at)]),
    ) as Clock["dayParts"],
  };
};

const toMinute = { smallestUnit: "minute", roundingMode: "floor" } as const;

const orders = new Map<string, boolean>(); // making a formatter takes longer than reading a line

/** Whether 3/4 is the third of April: what is read is what the page writes in that language. Plain "en" is American. */
const isDayFirst = (locale: string): boolean => {
  const known = orders.get(locale);
  if (known !== undefined) return known;
  if (orders.size >= 1_000) orders.clear();
  const first = partsOf(locale).find(({ type }) => type === "day" || type === "month");
  const isFirst = first?.type === "day";
  orders.set(locale, isFirst);
  return isFirst;
};

const partsOf = (locale: string): Intl.DateTimeFormatPart[] => {
  try {
    return new Intl.DateTimeFormat(locale, numeric).formatToParts(0);
  } catch {
    return []; // no language tag
  }
};

const numeric = { day: "numeric", month: "numeric", timeZone: "UTC" } as const;

/** A full day as a due. */
export const onDay = (day: PlainDate): When => ({ kind: "day", at: day.toString() });

/** A wall clock in the person's own zone as a due. */
export const atClock = (at: PlainDateTime): When => ({
  kind: "floating",
  at: at.toString({ smallestUnit: at.second === 0 ? "minute" : "second" }),
});

/** The first day of the week that holds `day`. */
export const startOfWeek = (day: PlainDate, weekStart: number): PlainDate =>
  day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });

/** The next `weekday` (1 = Monday) after `day`, never `day` itself. */
export const nextWeekday = (day: PlainDate, weekday: number): PlainDate =>
  day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 });

/** The last day of the month that holds `day`. */
export const endOfMonth = (day: PlainDate): PlainDate => day.with({ day: day.daysInMonth });

/** The wall clock of a due, a full day as midnight. */
export const wallClock = (when: When): PlainDateTime => Temporal.PlainDateTime.from(when.at);

/** The calendar day of a due, as it was written. */
export const dayOf = (when: When): PlainDate => Temporal.PlainDate.from(when.at.slice(0, 10));
