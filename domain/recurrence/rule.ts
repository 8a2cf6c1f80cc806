// A recurrence rule as data. parse-rule.ts reads it, write-rule.ts writes it, slots.ts walks it.
import * as z from "zod";

export const frequencies = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** RFC 5545 codes of the weekdays, Monday first: the index + 1 is the ISO weekday. */
export const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** A weekday, 1 = Monday. `ordinal` 0: every one; 2: the second; −1: the last of the month or year. */
export type WeekdayPart = { weekday: number; ordinal: number };

/** A point in an UNTIL or EXDATE: a day (`2026-03-02`), a wall clock (`2026-03-02T09:00`) or an instant (ISO, with Z). */
export type Point =
  | { kind: "day"; minutes: number }
  | { kind: "local"; minutes: number }
  | { kind: "instant"; ms: number };

/** A rule of the accepted subset (docs/recurrence.md). Lists are sorted and hold each value once; empty = not given. */
export type Rule = {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: Point | null;
  /** 1–12. */
  months: number[];
  /** −1 and 1–31. */
  monthDays: number[];
  weekdays: WeekdayPart[];
  positions: number[];
  /** 1 = Monday. */
  weekStart: number;
  exceptions: Point[];
};

/** What becomes of day 29–31 in a shorter month: its last day (`clamp`), or no date in that month (`skip`, RFC 5545). */
export const Overflow = z.enum(["clamp", "skip"], { error: "must be clamp or skip" });
export type Overflow = z.infer<typeof Overflow>;
