// English words for numbers, days, months and times of a rule. Used by describe.ts and notes.ts.
import { civilDay } from "./calendar.ts";
import type { WeekdayPart } from "./rule.ts";

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );
const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const ordinals = ["", "first", "second", "third", "fourth", "fifth"];

/** "February", by its number. */
export const monthText = (month: number): string => monthNames[month - 1] ?? "";

/** "Monday", by its ISO number. */
export const weekdayText = (weekday: number): string => weekdayNames[weekday - 1] ?? "";

/** "31st". */
export const nth = (number: number): string => {
  const ending = new Intl.PluralRules("en", { type: "ordinal" }).select(number);
  return `${number}${{ one: "st", two: "nd", few: "rd", zero: "th", many: "th", other: "th" }[ending]}`;
};

/** "first", "17th", "last", "second to last". */
export const placeText = (place: number): string => {
  if (place === -1) return "last";
  if (place < 0) return `${placeText(-place)} to last`;
  return ordinals[place] ?? nth(place);
};

/** "a, b and c". */
export const joined = (words: string[], by: "and" | "or"): string => {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${by} ${last}`;
};

/** "28 Feb", of a day number. */
export const shortDayText = (number: number): string => {
  const { month, day } = civilDay(number);
  return `${day} ${monthText(month).slice(0, 3)}`;
};

/** "24 December 2026", of a day number. */
export const dayText = (number: number): string => {
  const { year, month, day } = civilDay(number);
  return `${day} ${monthText(month)} ${year}`;
};

/** The clock of a wall-clock time as it stands: "02:30". */
export const clockText = (local: string): string => local.slice(11, 16);

/** "workday", "weekend day", "day" or the names: "Monday and Friday". Ordinals are left out. */
export const weekdaysText = (parts: WeekdayPart[], by: "and" | "or"): string => {
  const set = [...new Set(parts.map((part) => part.weekday))].toSorted((a, b) => a - b);
  const kind = { "1,2,3,4,5": "workday", "6,7": "weekend day", "1,2,3,4,5,6,7": "day" }[
    set.join(",")
  ];
  return kind ?? joined(set.map(weekdayText), by);
};
