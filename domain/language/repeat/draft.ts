// A repetition as it is read, before its dates are known. Made by the readers of this folder, used by first-occurrence.ts.
import { type Frequency, weekdayCodes, type WeekdayPart } from "../../recurrence/rule.ts";
import type { Amount } from "../amounts.ts";
import type { Clock, DayPart, PlainDate } from "../clock.ts";
import type { WhenSaid } from "../read-when.ts";
import type { Cursor } from "./cursor.ts";

/** Which days: a list of them, and the places BYSETPOS chooses. Empty = what the first date says. */
export type Days = {
  weekdays: WeekdayPart[];
  monthDays: number[];
  months: number[];
  positions: number[];
};

/**
 * What was said of a repetition. `part`: at a part of the day. `start`: from when on. `until`: the last day or wall
 * clock. `lasting`: how long it goes on, counted from its first date. `except`: weekdays left out.
 */
export type Draft = Days & {
  freq: Frequency;
  interval: number;
  anchor: "schedule" | "completion";
  part: DayPart | null;
  start: WhenSaid | null;
  count: number | null;
  until: string | null;
  lasting: Amount | null;
};

/** Reads one more thing that is said of a repetition; null when the words at the cursor say something else. */
export type Tail = (cursor: Cursor, draft: Draft, clock: Clock) => Draft | null;

export const noDays: Days = { weekdays: [], monthDays: [], months: [], positions: [] };

/** A draft that says nothing but how often. */
export const draftOf = (freq: Frequency, interval = 1, days: Partial<Days> = {}): Draft => ({
  ...noDays,
  ...days,
  freq,
  interval,
  anchor: "schedule",
  part: null,
  start: null,
  count: null,
  until: null,
  lasting: null,
});

/** Plain weekdays, 1 = Monday. */
export const onWeekdays = (numbers: number[]): Days => ({
  ...noDays,
  weekdays: numbers.map((weekday) => ({ weekday, ordinal: 0 })),
});

/** True when the draft names its days, so that its first date has to be looked for. */
export const namesDays = (draft: Days): boolean =>
  draft.weekdays.length > 0 || draft.monthDays.length > 0 || draft.months.length > 0;

/** The rule as RFC 5545 text. `until` is a day or a wall clock. */
export const ruleText = (draft: Draft, weekStart: number): string => {
  const days = draft.weekdays.map(
    ({ weekday, ordinal }) => `${ordinal === 0 ? "" : ordinal}${weekdayCodes[weekday - 1]}`,
  );
  const isCounted = draft.freq === "WEEKLY" && draft.interval > 1 && draft.weekdays.length > 1;
  const parts: [string, string][] = [
    ["FREQ", draft.freq],
    ["INTERVAL", String(draft.interval)],
    ["BYMONTH", draft.months.join(",")],
    ["BYMONTHDAY", draft.monthDays.join(",")],
    ["BYDAY", days.join(",")],
    ["BYSETPOS", draft.positions.join(",")],
    ["WKST", isCounted ? (weekdayCodes[weekStart - 1] ?? "") : ""],
    ["COUNT", draft.count === null ? "" : String(draft.count)],
    [
      "UNTIL",
      draft.until === null ? "" : draft.until.replaceAll(/[-:]/g, "").replace(/T\d{4}$/, "$&00"),
    ],
  ];
  return parts.flatMap(([name, value]) => (value === "" ? [] : [`${name}=${value}`])).join(";");
};

/** The last day of what goes on for an amount of time from its first day on. */
export const lastDay = (first: PlainDate, { years, months, weeks, days }: Amount): PlainDate =>
  first.add({ years, months, weeks, days }).subtract({ days: 1 });
