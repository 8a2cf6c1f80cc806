// "in 3 days", "in 20 minutes", "a week from friday", "+2 days". Called by find-due.ts.
import type { Temporal } from "temporal-polyfill";
import { instantAt, localAt } from "../../zones/zoned.ts";
import {
  type Amount,
  amountPattern,
  isTimeOnly,
  readAmount,
  secondsIn,
  secondsPattern,
} from "../amounts.ts";
import type { Clock, PlainDate } from "../clock.ts";
import { scan, type Span, wholeWords } from "../token.ts";
import { dayPattern, readDay, weekdayNames } from "./day-words.ts";
import type { DayHit, Hit, MomentHit } from "./hit.ts";
import { holidayIn } from "./month-words.ts";

const inRule = wholeWords(
  `(?:(?:due|starting|sometime)\\s+)?(?:in|within|(?<=\\s)\\+)\\s*(?:the\\s+next\\s+)?(${amountPattern})(?:['’]?\\s+time)?`,
);
const inSeconds = wholeWords(
  `(?:in|within|(?<=\\s)\\+)\\s*(?:the\\s+next\\s+)?(${secondsPattern})|(${secondsPattern})\\s+from\\s+now`,
);
/** "Back in a second" is a manner of speaking. */
const leastSeconds = 5;
const fromRule = wholeWords(
  `(?:(?:due|on|in)\\s+)?(${amountPattern})\\s+(?:from|after|on)\\s+(now|${dayPattern})`,
);
const withinHour = wholeWords(
  "(?:in|within)\\s+(?:the\\s+(?:next\\s+)?hour|the\\s+next\\s+half\\s+hour)",
);
const hence = wholeWords(`(${amountPattern})\\s+(?:hence|later)`);
/** "a week tomorrow", "a fortnight today", "tomorrow week". */
const weekOn = wholeWords(
  `((?:an?|one|two|three|\\d+)\\s+(?:weeks?|fortnights?))\\s+((?:today|tomorrow)|${weekdayNames})`,
);
const dayWeek = wholeWords("(today|tomorrow)\\s+week");

/** "friday in two weeks", "in 2 weeks on friday": that weekday, so many weeks after the coming one. */
const weekdayIn = wholeWords(
  `(?:(?:due|on)\\s+)?(${weekdayNames}),?\\s+in\\s+((?:an?|one|two|three|four|\\d+)\\s+weeks?)|in\\s+((?:an?|one|two|three|four|\\d+)\\s+weeks?),?\\s+(?:on\\s+)?(${weekdayNames})`,
);
const holidayNames =
  "christmas\\s+eve|christmas(?:\\s+day)?|new\\s+year[’']?s?\\s+eve|new\\s+year(?:[’']?s)?(?:\\s+day)?|halloween|thanksgiving";
/** "2 days before christmas": days and longer only; hours before something remind of it. */
const beforeDay = wholeWords(
  `(?:(?:due|on)\\s+)?((?:an?|one|two|three|four|five|six|\\d+)\\s+(?:days?|weeks?))\\s+before\\s+(${dayPattern}|${holidayNames})`,
);

/** Finds amounts counted from now or from a day. Hours, minutes and seconds are elapsed time; days keep to the calendar. */
export const findRelative = (text: string, clock: Clock): Hit[] =>
  [...fromSeconds(text, clock), ...fromDays(text, clock), ...fromNow(text, clock)].filter(
    (hit) => !isName(text, hit),
  );

/** "Around the World in 80 Days", "28 Days Later": the unit in capitals, where other words are in small letters. */
const isName = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(start, end);
  return (
    /\d\s+(?:Days?|Weeks?|Months?|Years?|Hours?|Minutes?|Seconds?)(?!\p{L})/u.test(words) &&
    text !== text.toUpperCase()
  );
};

const fromSeconds = (text: string, clock: Clock): MomentHit[] =>
  scan(text, inSeconds).flatMap(({ match, start, end }) => {
    const seconds = secondsIn(match[1] ?? match[2] ?? "") ?? 0;
    return seconds < leastSeconds ? [] : moment(clock.instant.add({ seconds }), { start, end });
  });

const fromDays = (text: string, clock: Clock): Hit[] => [
  ...scan(text, weekdayIn).flatMap(({ match, start, end }) => {
    const base = readDay(match[1] ?? match[4] ?? "", clock);
    return base ? hits(match[2] ?? match[3] ?? "", base, clock, { start, end }) : [];
  }),
  ...scan(text, beforeDay).flatMap(({ match, start, end }) => daysBefore(match, clock, start, end)),
  ...scan(text, fromRule).flatMap(({ match, start, end }) => {
    const base = match[2]?.toLowerCase() === "now" ? clock.today : readDay(match[2] ?? "", clock);
    return base ? hits(match[1] ?? "", base, clock, { start, end }) : [];
  }),
  ...scan(text, weekOn).flatMap(({ match, start, end }) => {
    const base = readDay(match[2] ?? "", clock);
    return base ? hits(match[1] ?? "", base, clock, { start, end }) : [];
  }),
  ...scan(text, dayWeek).flatMap(({ match, start, end }) => {
    const base = readDay(match[1] ?? "", clock);
    return base ? hits("1 week", base, clock, { start, end }) : [];
  }),
];

const daysBefore = (match: RegExpExecArray, clock: Clock, start: number, end: number): DayHit[] => {
  const name = match[2] ?? "";
  const base = readDay(name, clock) ?? holidayIn(name, clock);
  const amount = readAmount(match[1] ?? "");
  const day = base && amount && base.subtract({ days: amount.days, weeks: amount.weeks });
  return day ? [{ kind: "day", day, lead: "on", start, end }] : [];
};

const fromNow = (text: string, clock: Clock): Hit[] => [
  ...scan(text, inRule).flatMap(({ match, start, end }) =>
    hits(match[1] ?? "", clock.today, clock, { start, end }),
  ),
  ...scan(text, withinHour).flatMap(({ match, start, end }) =>
    hits(/half/i.test(match[0]) ? "30 min" : "1 hour", clock.today, clock, { start, end }),
  ),
  ...scan(text, hence).flatMap(({ match, start, end }) =>
    hits(match[1] ?? "", clock.today, clock, { start, end }),
  ),
];

const hits = (
  words: string,
  base: PlainDate,
  clock: Clock,
  span: { start: number; end: number },
): (DayHit | MomentHit)[] => {
  const amount = readAmount(words);
  if (!amount) return [];
  if (isTimeOnly(amount)) return moment(clock.instant.add({ seconds: secondsOf(words) }), span);
  if (base === clock.today && namesHours.test(words)) {
    const later = laterBy(amount, clock);
    return later ? moment(later, span) : [];
  }
  const day = addToDay(base, amount);
  return day ? [{ kind: "day", day, lead: "in", ...span }] : [];
};

const moment = (instant: Temporal.Instant, span: Span): MomentHit[] => [
  { kind: "moment", instant, ...span },
];

/** "in 1.5 minutes" is ninety seconds. */
const secondsOf = (words: string): number =>
  secondsIn(words) ?? (readAmount(words)?.minutes ?? 0) * 60;

/** "a day and 3 hours", but not "a day and a half", which names a day. */
const namesHours = /(?<!\p{L})(?:m|mins?|minutes?|h|hrs?|hours?)(?!\p{L})/iu;

/**
 * So long from now: days and longer are of the calendar, at the clock time of now to the second; what is left over is
 * elapsed. Null outside the years 1–9999.
 */
export const laterBy = (amount: Amount, clock: Clock): Temporal.Instant | null => {
  const day = addToDay(clock.today, amount);
  if (!day) return null;
  const time = localAt(clock.instant, clock.zone).toPlainTime();
  return instantAt(day.toPlainDateTime(time), clock.zone).add({ minutes: amount.minutes });
};

/** A day plus an amount. A month later is the same day of the month, or its last. Null outside the years 1–9999. */
export const addToDay = (day: PlainDate, amount: Amount): PlainDate | null => {
  const { years, months, weeks, days } = amount;
  try {
    const moved = addWorkdays(day.add({ years, months, weeks, days }), amount.workdays);
    return moved.year > 9999 ? null : moved;
  } catch {
    return null;
  }
};

const addWorkdays = (day: PlainDate, workdays: number): PlainDate => {
  let moved = day;
  for (let left = Math.min(workdays, 1_000); left > 0;) {
    moved = moved.add({ days: 1 });
    if (moved.dayOfWeek <= 5) left -= 1;
  }
  return moved;
};
