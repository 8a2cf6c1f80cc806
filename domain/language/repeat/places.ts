// Places in a month: "first monday", "15th and last", "last workday of the month". Called by day-items.ts.
import { anyWeekday, weekdayOf } from "../dates/day-words.ts";
import { monthName, monthOf } from "../dates/names.ts";
import type { Frequency } from "../../recurrence/rule.ts";
import { attempt, type Cursor, eat, marks, words } from "./cursor.ts";
import { type Days, noDays, onWeekdays } from "./draft.ts";

/** Days with how often they come. */
export type DayList = Days & { freq: Frequency };

export const week = [1, 2, 3, 4, 5, 6, 7];
export const workdays = [1, 2, 3, 4, 5];
export const weekdayRule = words(`(${anyWeekday})s?\\.?`);
export const workdayRule = words("(?:week|work|business|working)[\\s-]?days?");
export const weekendRule = words("weekends?(?:\\s+days?)?");
export const comma = marks(",\\s*(?:and|or|&)?(?=[\\s\\d\\p{L}])|/|&|\\+");
export const andRule = words("and|or|plus");
const ordinalRule = words(
  "(?:the\\s+)?(?:((?:second|2nd)[\\s-]+(?:(?:to|from)[\\s-]+)?last|penultimate)|((?:\\d{1,2}(?:st|nd|rd|th)|third|fourth|fifth)[\\s-]+(?:(?:to|from)[\\s-]+)?last)|(\\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth)|(last|final))",
);
const dayRule = words("(?:day)s?");
const ofMonth = words(
  "(?:of|in)\\s+(?:(?:the|each|every|a)\\s+)?month|monthly|(?:each|every)\\s+month",
);
const everyMonth = words(",?\\s*(?:(?:each|every)\\s+month|monthly)");
const ofYear = words(
  `(?:of|in)\\s+(?:every\\s+|each\\s+)?(${monthName})|of\\s+(?:the|each|every)\\s+(quarter|year)`,
);

const monthly = (days: Partial<Days>): DayList => ({ ...noDays, ...days, freq: "MONTHLY" });

/** "first monday", "1st and third friday", "last workday", "15th and last", each perhaps "of the month" or "of may". */
export const readPlaces = (cursor: Cursor): DayList | null => {
  const places = readOrdinals(cursor);
  if (places === null) return null;
  const days = placed(places, cursor);
  if (days === null) return null;
  if (eat(cursor, ofMonth)) {
    eat(cursor, everyMonth); // "of the month, every month"
    return days;
  }
  const edge = eat(cursor, ofYear);
  if (!edge) return days;
  if (edge[1] !== undefined) return { ...days, months: [monthOf(edge[1])], freq: "YEARLY" };
  return ofPeriod(days, edge[2]?.toLowerCase() === "year");
};

const readOrdinals = (cursor: Cursor): number[] | null => {
  const places: number[] = [];
  for (let place = readOrdinal(cursor); place !== null; place = attempt(cursor, nextOrdinal))
    places.push(place);
  return places.length === 0 ? null : places;
};

const nextOrdinal = (cursor: Cursor): number | null => {
  const isListed = [eat(cursor, comma), eat(cursor, andRule)].some(Boolean);
  return isListed ? readOrdinal(cursor) : null;
};

const spoken = ["first", "second", "third", "fourth", "fifth"];

const readOrdinal = (cursor: Cursor): number | null => {
  const [, beforeLast, fromLast, number, word, last] = eat(cursor, ordinalRule) ?? [];
  if (fromLast !== undefined) {
    const place =
      Number.parseInt(fromLast, 10) || spoken.indexOf(fromLast.split(/[\s-]/u)[0] ?? "") + 1;
    return place >= 2 && place <= 31 ? -place : null;
  }
  if (number !== undefined)
    return Number(number) >= 1 && Number(number) <= 31 ? Number(number) : null;
  if (word !== undefined) return spoken.indexOf(word.toLowerCase()) + 1;
  if (beforeLast !== undefined) return -2;
  return last === undefined ? null : -1;
};

/** What the places are places of: weekdays, workdays, or the days of the month. */
const placed = (places: number[], cursor: Cursor): DayList | null => {
  const weekday = weekdayOf(eat(cursor, weekdayRule)?.[1] ?? "");
  if (weekday !== null)
    return places.every((place) => Math.abs(place) <= 5)
      ? monthly({ weekdays: places.map((ordinal) => ({ weekday, ordinal })) })
      : null;
  if (eat(cursor, workdayRule)) return monthly({ ...onWeekdays(workdays), positions: places });
  if (eat(cursor, weekendRule)) return monthly({ ...onWeekdays([6, 7]), positions: places });
  const isDay = eat(cursor, dayRule) !== null;
  if (places.includes(-2))
    return isDay ? monthly({ ...onWeekdays(week), positions: places }) : null;
  // "the 3rd last" wants a day after it.
  if (!isDay && places.some((place) => place < -2)) return null;
  return monthly({ monthDays: places });
};

/** The first or last day of each quarter or year. */
const ofPeriod = (days: DayList, isYear: boolean): DayList | null => {
  const [day] = days.monthDays;
  if (days.monthDays.length !== 1 || (day !== 1 && day !== -1)) return null;
  const months = day === 1 ? [1, 4, 7, 10] : [3, 6, 9, 12];
  if (!isYear) return { ...days, months };
  return { ...days, months: [day === 1 ? 1 : 12], monthDays: [day === 1 ? 1 : 31], freq: "YEARLY" };
};
