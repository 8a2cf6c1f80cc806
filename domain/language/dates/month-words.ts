// "on the 5th", "friday the 27th", "in march", "mid january", "on christmas eve". Called by find-due.ts.
import { Temporal } from "temporal-polyfill";
import { type Clock, endOfMonth, type PlainDate } from "../clock.ts";
import { scan, sentenceMayGoOn, type Span, wholeWords } from "../token.ts";
import { anyWeekday, weekdayOf } from "./day-words.ts";
import { isPastOrRepeating, leads } from "./find-days.ts";
import type { DayHit } from "./hit.ts";
import { monthName, monthOf } from "./names.ts";

const ordinal = "(\\d{1,2})(?:st|nd|rd|th)";
const dayOfMonth = wholeWords(
  `(?:(${leads})\\s+)?(?:(the)\\s+)?(?:${ordinal}|(first|last)\\s+day)(?:\\s+of\\s+(the|this|next|(?=month))\\s*month)?`,
);
const dayInNextMonth = wholeWords(`(this|next)\\s+month,?\\s+(?:on\\s+)?(?:the\\s+)?${ordinal}`);
const weekdayAndDay = wholeWords(
  `(?:(${leads})\\s+)?(${anyWeekday}),?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?`,
);
const monthAlone = wholeWords(
  `(?:(in|by|before|for|during|this|next|due(?:\\s+in)?)\\s+)?(?:(early|mid|late|start\\s+of|beginning\\s+of|middle\\s+of|end\\s+of)[\\s-]+)?(${monthName})(?:,?\\s+(\\d{4}))?`,
);
const holiday = wholeWords(
  "(?:(on|by|before|for|until|due)\\s+)?(christmas\\s+eve|christmas(?:\\s+day)?|boxing\\s+day|thanksgiving(?:\\s+day)?|new\\s+year[’']?s?\\s+eve|new\\s+year(?:[’']?s)?(?:\\s+day)?|halloween|valentine[’']?s(?:\\s+day)?)",
);

const leapDay = wholeWords(
  `(?:(${leads})\\s+)?(?:29(?:th)?\\s+(?:of\\s+)?feb(?:ruary)?|feb(?:ruary)?\\s+29(?:th)?)`,
);

/** Finds days of a month, months and a few fixed holidays. In a `phrase` (nothing but a date) they need no small word. */
export const findMonthDays = (text: string, clock: Clock, isPhrase: boolean): DayHit[] => [
  ...findWeekdayAndDay(text, clock),
  ...scan(text, dayInNextMonth).flatMap(({ match, start, end }) => {
    const day = dayInMonth(match[2], undefined, match[1], clock);
    return day ? [hit(day, "in", { start, end })] : [];
  }),
  ...findDayOfMonth(text, clock, isPhrase),
  ...scan(text, leapDay).map(({ match, start, end }) =>
    hit(nextLeapDay(clock), match[1], { start, end }),
  ),
  ...findMonths(text, clock, isPhrase),
  ...scan(text, holiday)
    .filter(({ match, end }) => isPhrase || isHoliday(text, match, end))
    .map(({ match, start, end }) =>
      hit(holidayIn(match[2] ?? "", clock), match[1], { start, end }),
    ),
];

/** "on christmas"; without a small word "christmas eve" at the end: "christmas day menu" is a menu. */
const isHoliday = (text: string, [, lead, name = ""]: RegExpExecArray, end: number): boolean =>
  lead === undefined
    ? /(?:eve|day)$/i.test(name) && sentenceMayGoOn(text, end)
    : name.toLowerCase() !== "thanksgiving" || sentenceMayGoOn(text, end);

const hit = (day: PlainDate, lead: string | undefined, { start, end }: Span): DayHit => ({
  kind: "day",
  day,
  lead: lead?.toLowerCase() ?? "",
  start,
  end,
});

/** At the beginning of a text, or where the sentence may go on after it. */
const mayBeHere = (text: string, start: number, end: number): boolean =>
  text.slice(0, start).trim() === "" || sentenceMayGoOn(text, end);

/** "friday the 27th" is a date when the 27th that comes next is a friday, otherwise a film. */
const findWeekdayAndDay = (text: string, clock: Clock): DayHit[] =>
  scan(text, weekdayAndDay).flatMap(({ match, start, end }) => {
    const day = nextDayOfMonth(Number(match[3]), clock);
    if (!day || day.dayOfWeek !== weekdayOf(match[2] ?? "") || !mayBeHere(text, start, end))
      return [];
    return isPastOrRepeating({ text, start }) ? [] : [hit(day, match[1] ?? "on", { start, end })];
  });

/** "on the 5th", "due 1st", "the 1st of next month". Never "the 5th Wave" or "on the 2nd floor". */
const findDayOfMonth = (text: string, clock: Clock, isPhrase: boolean): DayHit[] =>
  scan(text, dayOfMonth).flatMap(({ match, start, end }) => {
    const [, lead, , number, edge, whichMonth] = match;
    const isLed = lead !== undefined && mayBeHere(text, start, end);
    const isDated = number !== undefined && (isLed || isLast(text, match[0], { start, end }));
    if (!isPhrase && !isDated && whichMonth === undefined) return [];
    if (/^\s+of\s/i.test(text.slice(end)) || isPastOrRepeating({ text, start })) return [];
    const day = dayInMonth(number, edge, whichMonth, clock);
    return day ? [hit(day, lead ?? "on", { start, end })] : [];
  });

/** "pay rent 28th": the last word, after a word in small letters. "Henry the 8th" and "Elizabeth 2nd" are people. */
const isLast = (text: string, words: string, { start, end }: Span): boolean =>
  // "Call the 21st at 8": a time right after it leaves no doubt.
  (/^the\s+\d/iu.test(words) &&
    /^\p{L}+\s+$/u.test(text.slice(0, start)) &&
    /^\s*\uFFFC/u.test(text.slice(end))) ||
  ((/^\d/.test(words) || (/^the\s+\d/i.test(words) && /\S\s+\S+\s+$/.test(text.slice(0, start)))) &&
    /^\s*(?:$|[\uFFFC#@{]|p[1-4]\b)/iu.test(text.slice(end)) &&
    /(?<!\p{L})\p{Ll}\S*\s+$/u.test(text.slice(0, start)) &&
    !/(?<!\p{L})(?:the|part|chapter|floor|round|grade|version)\s+$/iu.test(text.slice(0, start)));

const dayInMonth = (
  number: string | undefined,
  edge: string | undefined,
  whichMonth: string | undefined,
  clock: Clock,
): PlainDate | null => {
  const first = clock.today
    .with({ day: 1 })
    .add({ months: whichMonth?.toLowerCase() === "next" ? 1 : 0 });
  if (edge !== undefined) return edge.toLowerCase() === "last" ? endOfMonth(first) : first;
  const isAny = whichMonth === undefined || /^(?:the)?$/i.test(whichMonth);
  if (isAny) return nextDayOfMonth(Number(number), clock);
  return Number(number) >= 1 && Number(number) <= first.daysInMonth
    ? first.with({ day: Number(number) })
    : null;
};

/** The next day with this number, today included, in the first month that has it. */
const nextDayOfMonth = (number: number, { today }: Clock): PlainDate | null => {
  if (number < 1 || number > 31) return null;
  for (let step = 0; step < 3; step += 1) {
    const month = today.with({ day: 1 }).add({ months: step });
    if (number > month.daysInMonth) continue;
    const day = month.with({ day: number });
    if (Temporal.PlainDate.compare(day, today) >= 0) return day;
  }
  return null;
};

/** A month without a day is its first day, "end of" its last, "mid" its 15th. It needs "in", "by", "mid" … or a year. */
const findMonths = (text: string, clock: Clock, isPhrase: boolean): DayHit[] =>
  scan(text, monthAlone).flatMap(({ match, start, end }) => {
    const [, lead, edge, name = "", year] = match;
    const isDate = (lead !== undefined || year !== undefined) && mayBeHere(text, start, end);
    if (!isPhrase && !isDate && edge === undefined) return [];
    if (isPastOrRepeating({ text, start })) return [];
    const day = monthDay(monthOf(name), edge, year, clock);
    return day ? [hit(day, lead ?? "in", { start, end })] : [];
  });

const monthDay = (
  month: number,
  edge: string | undefined,
  year: string | undefined,
  { today }: Clock,
): PlainDate | null => {
  if (year !== undefined && Number(year) < 1) return null;
  const first = Temporal.PlainDate.from({ year: Number(year ?? today.year), month, day: 1 });
  const chosen = /^end|^late/i.test(edge ?? "") ? endOfMonth(first) : first;
  const day = /^mid/i.test(edge ?? "") ? first.with({ day: 15 }) : chosen;
  const isPast = year === undefined && Temporal.PlainDate.compare(day, today) < 0;
  return isPast ? day.add({ years: 1 }) : day;
};

/** The next 29 February that is not past; chrono finds it only in a leap year. */
const nextLeapDay = ({ today }: Clock): PlainDate => {
  const years = Array.from({ length: 9 }, (_, step) => today.year + step);
  const days = years
    .map((year) => Temporal.PlainDate.from({ year, month: 2, day: 1 }))
    .filter((first) => first.inLeapYear)
    .map((first) => first.with({ day: 29 }));
  return days.find((day) => Temporal.PlainDate.compare(day, today) >= 0) ?? today;
};

export const holidayIn = (name: string, { today }: Clock): PlainDate => {
  if (/^thanks/i.test(name)) return thanksgiving(today);
  const [month, day] = holidayDay(name.toLowerCase());
  const thisYear = today.with({ month: 1, day: 1 }).with({ month }).with({ day });
  return Temporal.PlainDate.compare(thisYear, today) < 0 ? thisYear.add({ years: 1 }) : thisYear;
};

/** The fourth Thursday of November. */
const thanksgiving = (today: PlainDate): PlainDate => {
  const [day, nextYear] = [0, 1].map((years) => {
    const first = Temporal.PlainDate.from({ year: today.year + years, month: 11, day: 1 });
    return first.add({ days: ((11 - first.dayOfWeek) % 7) + 21 });
  });
  return day && nextYear && Temporal.PlainDate.compare(day, today) < 0 ? nextYear : (day ?? today);
};

const holidayDay = (name: string): [number, number] => {
  if (name.startsWith("christmas")) return [12, name.endsWith("eve") ? 24 : 25];
  if (name.startsWith("boxing")) return [12, 26];
  if (name.startsWith("new")) return name.endsWith("eve") ? [12, 31] : [1, 1];
  return name.startsWith("halloween") ? [10, 31] : [2, 14];
};
