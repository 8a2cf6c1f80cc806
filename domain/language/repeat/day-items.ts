// Which days repeat: "mon, wed and fri", "mon-fri", "first monday", "15th and last", "jan 5". Called by every.ts and tail.ts.
import type { Frequency } from "../../recurrence/rule.ts";
import { anyWeekday, weekdayOf } from "../dates/day-words.ts";
import { monthName, monthOf } from "../dates/month-words.ts";
import { attempt, type Cursor, eat, marks, words } from "./cursor.ts";
import { type Days, noDays, onWeekdays } from "./draft.ts";

/** Days with how often they come. */
export type DayList = Days & { freq: Frequency };

const week = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];
const weekdayRule = words(`(${anyWeekday})s?\\.?`);
const toRule = words("(?:-|–|—|to|through|thru|till|until)");
const dashRule = marks("[-–—]");
const workdayRule = words("(?:week|work|business|working|business\\s|working\\s|work\\s)-?days?");
const weekendRule = words("weekends?(?:\\s+days?)?");
const ordinalRule = words(
  "(?:the\\s+)?(?:((?:second|2nd)[\\s-]+(?:to|from)[\\s-]+last|penultimate)|(\\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth)|(last|final))",
);
const dayRule = words("(?:day)s?");
const comma = marks(",\\s*(?:and|or|&)?(?=[\\s\\d\\p{L}])|/|&|\\+");
const andRule = words("and|or|plus");
const repeated = words("(?:on\\s+)?(?:every|each|on)(?:\\s+the)?");
const ofMonth = words(
  "(?:of|in)\\s+(?:(?:the|each|every|a)\\s+)?month|monthly|(?:each|every)\\s+month",
);
const ofYear = words(
  `(?:of|in)\\s+(?:every\\s+|each\\s+)?(${monthName})|of\\s+(?:the|each|every)\\s+(quarter|year)`,
);
const monthDayRule = words(
  `(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthName})|(${monthName})\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?`,
);
const monthRule = words(`(${monthName})`);
const holidayRule = words(
  "(christmas\\s+eve)|(christmas(?:\\s+day)?)|(new\\s+year[’']?s?\\s+eve)|(new\\s+year[’']?s?(?:\\s+day)?)|(halloween)|(valentine[’']?s?(?:\\s+day)?)",
);
const holidays: [number, number][] = [
  [12, 24],
  [12, 25],
  [12, 31],
  [1, 1],
  [10, 31],
  [2, 14],
];

/** One or more days, as far as they go together: null when none stands here or they make no rule. */
export const readDays = (cursor: Cursor): DayList | null => {
  const items: DayList[] = [];
  for (let item = readItem(cursor); item !== null; item = attempt(cursor, readNext)) {
    items.push(item);
    if (items.length > 40) break;
  }
  return merge(items);
};

/** Weekdays may follow with nothing between ("tue thu"), other days want a comma or "and". */
const readNext = (cursor: Cursor): DayList | null => {
  const isListed = [eat(cursor, comma), eat(cursor, andRule)].some(Boolean);
  if (!isListed) return readWeekday(cursor);
  eat(cursor, repeated);
  return readItem(cursor);
};

const readItem = (cursor: Cursor): DayList | null =>
  attempt(cursor, readMonthDay) ??
  attempt(cursor, readPlaces) ??
  readWeekday(cursor) ??
  (eat(cursor, workdayRule) ? weekly(workdays) : null) ??
  (eat(cursor, weekendRule) ? weekly([6, 7]) : null);

const weekly = (numbers: number[]): DayList => ({ ...onWeekdays(numbers), freq: "WEEKLY" });
const monthly = (days: Partial<Days>): DayList => ({ ...noDays, ...days, freq: "MONTHLY" });
const yearly = (month: number, day: number): DayList => ({
  ...noDays,
  months: [month],
  monthDays: [day],
  freq: "YEARLY",
});

/** "monday", or "mon-fri". */
const readWeekday = (cursor: Cursor): DayList | null => {
  const first = weekdayOf(eat(cursor, weekdayRule)?.[1] ?? "");
  if (first === null) return null;
  const last = attempt(cursor, (rest) =>
    eat(rest, toRule) || eat(rest, dashRule) ? weekdayOf(eat(rest, weekdayRule)?.[1] ?? "") : null,
  );
  return weekly(last === null ? [first] : rangeOf(first, last));
};

const rangeOf = (first: number, last: number): number[] => {
  const count = ((last - first + 7) % 7) + 1;
  return week.slice(0, count).map((step) => ((first + step - 2) % 7) + 1);
};

/** "jan 5", "29 feb", "christmas". */
const readMonthDay = (cursor: Cursor): DayList | null => {
  const dated = eat(cursor, monthDayRule);
  if (dated) {
    const day = Number(dated[1] ?? dated[4]);
    return day >= 1 && day <= 31 ? yearly(monthOf(dated[2] ?? dated[3] ?? ""), day) : null;
  }
  const holiday =
    eat(cursor, holidayRule)
      ?.slice(1)
      .findIndex((name) => name !== undefined) ?? -1;
  const [month, day] = holidays[holiday] ?? [];
  if (month !== undefined && day !== undefined) return yearly(month, day);
  const alone = eat(cursor, monthRule)?.[1];
  return alone === undefined ? null : yearly(monthOf(alone), 1);
};

/** "first monday", "1st and third friday", "last workday", "15th and last", each perhaps "of the month" or "of may". */
const readPlaces = (cursor: Cursor): DayList | null => {
  const places = readOrdinals(cursor);
  if (places === null) return null;
  const days = placed(places, cursor);
  if (days === null || eat(cursor, ofMonth)) return days;
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
  const [, beforeLast, number, word, last] = eat(cursor, ordinalRule) ?? [];
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

/** Several days as one rule; null where no single rule says them all ("monday and the 15th"). */
const merge = (items: DayList[]): DayList | null => {
  const [first] = items;
  if (!first || items.some((item) => kindOf(item) !== kindOf(first))) return null;
  const all = <K extends keyof Days>(key: K): Days[K] =>
    [
      ...new Map(
        items.flatMap((item): unknown[] => item[key]).map((one) => [JSON.stringify(one), one]),
      ).values(),
    ] as Days[K];
  const merged = {
    freq: first.freq,
    weekdays: all("weekdays"),
    monthDays: all("monthDays"),
    months: all("months"),
    positions: all("positions"),
  };
  // Dates are a month times a day: 1 Jan and 1 Jul are one rule, 1 Jan and 5 Jul are not.
  const isWhole =
    first.freq !== "YEARLY" ||
    merged.months.length * Math.max(1, merged.monthDays.length, merged.weekdays.length) ===
      items.length;
  return isWhole || items.length === 1 ? merged : null;
};

const kindOf = ({ freq, weekdays, monthDays, positions }: DayList): string =>
  [
    freq,
    monthDays.length > 0,
    weekdays.some(({ ordinal }) => ordinal !== 0),
    positions.length > 0,
  ].join();
