// A place in a month, said once: "second thursday in march", "last friday of next month", "14th day of june". Called by find-due.ts.
import { Temporal } from "temporal-polyfill";
import { type Clock, endOfMonth, type PlainDate } from "../clock.ts";
import { scan, wholeWords } from "../token.ts";
import { weekdayNames, weekdayOf } from "./day-words.ts";
import { isPastOrRepeating, leads } from "./find-days.ts";
import type { DayHit } from "./hit.ts";
import { monthName, monthOf } from "./names.ts";

const places = ["first", "second", "third", "fourth"];
const month = `(?:(?:(next|this|the)\\s+month)|(${monthName})(?:,?\\s+(\\d{4}))?)`;
const weekdayPlace = wholeWords(
  `(?:(${leads})\\s+)?(?:the\\s+)?(?:(${places.join("|")}|last)|([1-4])(?:st|nd|rd|th))\\s+(${weekdayNames})\\s+(?:in|of)\\s+${month}`,
);
const dayPlace = wholeWords(
  `(?:(${leads})\\s+)?(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\s+day\\s+(?:in|of)\\s+${month}`,
);

/** Finds them; what repeats is another matter. */
export const findMonthPlaces = (text: string, clock: Clock): DayHit[] => [
  ...scan(text, weekdayPlace).flatMap(({ match, start, end }) => {
    const [, lead, word, number, weekday = "", which, name, year] = match;
    const place =
      word === undefined ? Number(number) : places.indexOf(word.toLowerCase()) + 1 || -1;
    const at = weekdayOf(weekday) ?? 1;
    const day = nextOf((first) => nth(first, at, place), { which, name, year }, clock);
    return hits(day, lead, text, start, end);
  }),
  ...scan(text, dayPlace).flatMap(({ match, start, end }) => {
    const [, lead, number, which, name, year] = match;
    const wanted = Number(number);
    const inMonth = (first: PlainDate): PlainDate | null =>
      wanted >= 1 && wanted <= first.daysInMonth ? first.with({ day: wanted }) : null;
    return hits(nextOf(inMonth, { which, name, year }, clock), lead, text, start, end);
  }),
];

const hits = (
  day: PlainDate | null,
  lead: string | undefined,
  text: string,
  start: number,
  end: number,
): DayHit[] =>
  day === null || isPastOrRepeating({ text, start })
    ? []
    : [{ kind: "day", day, lead: lead?.toLowerCase() ?? "on", start, end }];

/** The n-th such weekday of the month that begins with `first`; −1 is the last. */
const nth = (first: PlainDate, weekday: number, place: number): PlainDate | null => {
  if (place < 0) {
    const last = endOfMonth(first);
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  const day = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (place - 1) });
  return day.month === first.month ? day : null;
};

type Month = { which: string | undefined; name: string | undefined; year: string | undefined };

/** In the month that is named; one of this year that is past is next year's. */
const nextOf = (
  dayIn: (first: PlainDate) => PlainDate | null,
  { which, name, year }: Month,
  { today }: Clock,
): PlainDate | null => {
  const thisMonth = today.with({ day: 1 });
  if (name === undefined)
    return dayIn(/^next$/iu.test(which ?? "") ? thisMonth.add({ months: 1 }) : thisMonth);
  const of = Temporal.PlainDate.from({
    year: Math.max(1, Number(year ?? today.year)),
    month: monthOf(name),
    day: 1,
  });
  const day = dayIn(of);
  const isPast = day === null || Temporal.PlainDate.compare(day, today) < 0;
  return isPast && year === undefined ? dayIn(of.add({ years: 1 })) : day;
};
