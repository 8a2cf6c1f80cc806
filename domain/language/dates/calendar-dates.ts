// Dates with a day and a month: "1 dec", "December 1st, 2027", "12/1", "2026-12-01". chrono-node finds them. Called by find-due.ts.
import { Chrono, en, type ParsedResult } from "chrono-node";
import { Temporal } from "temporal-polyfill";
import type { Clock, PlainDate } from "../clock.ts";
import { isWholeWord, scan, type Span, sentenceMayGoOn, wholeWords } from "../token.ts";
import { isPastOrRepeating, leads } from "./find-days.ts";
import type { DayHit } from "./hit.ts";

// The strict configuration: no casual words, which have rules of their own here. Second argument: the day comes first. Where
// it does chrono reads "Dec 15" as December 2015, so dates with a name are left to the other one, which reads both orders.
const monthFirst = new Chrono(en.configuration.createConfiguration(true, false));
const dayFirst = new Chrono(en.configuration.createConfiguration(true, true));

const dottedRule = wholeWords(`(?:(${leads}):?\\s+)?(\\d{1,2})\\.\\s?(\\d{1,2})\\.`);

/** "23.12.": with a dot after the month the day comes first everywhere. */
export const findDotted = (text: string, { today }: Clock): DayHit[] =>
  scan(text, dottedRule).flatMap(({ match, start, end }): DayHit[] => {
    const [, lead, day, month] = match;
    const found = nextDate(Number(month), Number(day), today);
    const isVersion = /(?<!\p{L})(?:version|v|section|chapter|§|no|nr)\.?\s*$/iu.test(
      text.slice(0, start),
    );
    return found && !isVersion ? [{ kind: "day", day: found, lead: lead ?? "", start, end }] : [];
  });

/** The next date of this month and day that is not past; null when there is none. */
const nextDate = (month: number, day: number, today: PlainDate): PlainDate | null => {
  if (month < 1 || month > 12 || day < 1) return null;
  for (const step of [0, 1, 2, 3, 4, 8]) {
    const first = Temporal.PlainDate.from({ year: today.year + step, month, day: 1 });
    if (day > first.daysInMonth) continue;
    const found = first.with({ day });
    if (Temporal.PlainDate.compare(found, today) >= 0) return found;
  }
  return null;
};

/** All calendar dates in a text. In a `phrase` (nothing but a date) "12/1" needs no company. */
export const findCalendarDates = (text: string, clock: Clock, isPhrase: boolean): DayHit[] => {
  return resultsIn(text, clock).flatMap((result): DayHit[] => {
    const span = wholeSpan(text, result);
    const day = dayIn(result, clock.today);
    if (
      !span ||
      !day ||
      !isCalendarDate(result.text) ||
      isPastOrRepeating({ text, start: span.start })
    )
      return [];
    if (!isPhrase && isSomethingElse(text, span)) return [];
    return [{ kind: "day", day, ...span }];
  });
};

const hasName = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/** What chrono finds: names in either order, figures as the person's language has them. */
const resultsIn = (text: string, clock: Clock): ParsedResult[] => {
  const now = localNow(clock);
  const named = monthFirst.parse(text, now);
  // Dots put the day first everywhere: 3.12.2026 is in December.
  if (!clock.dayFirst && !/\d\.\d{1,2}\.\d/.test(text)) return named;
  const kept = named.filter((result) => hasName.test(result.text));
  return [
    ...kept,
    ...dayFirst.parse(text, now).filter((result) => !kept.some((one) => overlap(one, result))),
  ].toSorted((a, b) => a.index - b.index);
};

const overlap = (a: ParsedResult, b: ParsedResult): boolean =>
  a.index < b.index + b.text.length && b.index < a.index + a.text.length;

/** chrono also reads "for 3 days": only figures with a month, or with other figures, are a calendar date. */
const isCalendarDate = (text: string): boolean =>
  /\d\s*[/.-]\s*\d/.test(text) || hasName.test(text);

/** chrono reckons in the zone of the machine: give it a date whose fields there are the person's wall clock. */
const localNow = ({ now }: Clock): Date =>
  new Date(now.year, now.month - 1, now.day, now.hour, now.minute);

/** The date chrono found; without a year the next one that is not past. Null when it names no day of a month. */
const dayIn = ({ start }: ParsedResult, today: PlainDate): PlainDate | null => {
  if (!start.isCertain("day") || !start.isCertain("month")) return null;
  const [month, day] = [start.get("month") ?? 0, start.get("day") ?? 0];
  if (!start.isCertain("year")) return nextDate(month, day, today);
  const year = start.get("year") ?? 0;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null;
};

const leadBefore = new RegExp(`(?:^|[\\s(])((?:${leads}):?\\s+(?:the\\s+)?|the\\s+)$`, "i");

/** The stretch with the small word before it; null when it begins or ends inside a word. */
const wholeSpan = (
  text: string,
  { index, text: found }: ParsedResult,
): (Span & { lead: string }) | null => {
  const end = index + found.length;
  const before = leadBefore.exec(text.slice(0, index))?.[1] ?? "";
  return isWholeWord(text, { start: index, end })
    ? { start: index - before.length, end, lead: before.trim().toLowerCase().replace(/^the$/, "") }
    : null;
};

/** "The 9/11 Report", "1/2 cup", "24/7", "10 may be late": figures and words that only look like a date. */
const isSomethingElse = (text: string, span: Span & { lead: string }): boolean => {
  const words = text.slice(span.start, span.end).replace(/^the\s+/i, "");
  const rest = text.slice(span.end);
  if (/\bmay$/.test(words) && /^\s+\p{Ll}/u.test(rest) && !sentenceMayGoOn(text, span.end))
    return true;
  if (/^\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Place)(?!\p{L})/u.test(rest))
    return true;
  if (!/^\d{1,2}[/.-]\d{1,2}$/.test(words)) return false;
  if (/(?<!\p{L})(?:rated?|rating|scored?)\s+$/iu.test(text.slice(0, span.start))) return true;
  if (span.lead !== "") return !sentenceMayGoOn(text, span.end);
  if (/^(?:1\/2|1\/3|2\/3|1\/4|3\/4|24\/7|9\/11|7\/11|50\/50)$/.test(words)) return true;
  return (
    !words.includes("/") ||
    (text.slice(0, span.start).trim() !== "" && !/^\s*(?:$|[,;\uFFFC#@!{]|p[1-4]\b)/iu.test(rest))
  );
};
