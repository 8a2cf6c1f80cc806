// Which days repeat: "mon, wed and fri", "mon-fri", "first monday", "15th and last", "jan 5". Called by every.ts and tail-days.ts.
import { weekdayOf } from "../dates/day-words.ts";
import { monthName, monthOf } from "../dates/names.ts";
import { attempt, type Cursor, eat, marks, words } from "./cursor.ts";
import {
  andRule,
  comma,
  type DayList,
  readPlaces,
  week,
  weekdayRule,
  weekendRule,
  workdayRule,
  workdays,
} from "./places.ts";
import { type Days, noDays, onWeekdays } from "./draft.ts";

const toRule = words("(?:-|–|—|to|through|thru|till|until)");
const dashRule = marks("[-–—]");
const repeated = words("(?:on\\s+)?(?:every|each|on)(?:\\s+the)?");
const monthDayRule = words(
  `(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthName})|(${monthName})\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?`,
);
const slashRule = words(
  "(\\d{1,2})/(\\d{1,2})(?!/|\\s*(?:cups?|hours?|inch|of|full|tsp|tbsp|pound|mile)(?!\\p{L}))",
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
  const [, one, other] = eat(cursor, slashRule) ?? [];
  if (one !== undefined) {
    const [day, month] = cursor.dayFirst
      ? [Number(one), Number(other)]
      : [Number(other), Number(one)];
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? yearly(month, day) : null;
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
