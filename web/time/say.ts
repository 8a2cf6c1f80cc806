// Days, times and instants in words, by the person's language and now; the same words as the chat's. Called by the views and words/.
import type { LocalDue, Now } from "./due.ts";
import { daysBetween, wallClock } from "./zone.ts";
import { languageOf } from "../words/language.ts";
import { timeWords } from "../words/time.ts";

type Formats = Record<
  "time" | "weekday" | "date" | "dateAndYear" | "long" | "yearly",
  Intl.DateTimeFormat
>;

// Making a formatter takes longer than all the rest, and a list says hundreds of days.
const made = new Map<string, Formats>();

/** Days are named in the language the page has for a locale: in its own variant, such as that of Australia. The clock on the wall is the person's. */
const makeFormats = (locale: string): Formats => {
  const isSpoken = locale.startsWith(languageOf(locale)) && locale !== "en";
  const words = isSpoken ? locale : "en-GB";
  const date = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
  const long = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return {
    time: new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      timeStyle: "short",
      timeZone: "UTC",
    }),
    weekday: new Intl.DateTimeFormat(words, { weekday: "long", timeZone: "UTC" }),
    date: new Intl.DateTimeFormat(words, date),
    dateAndYear: new Intl.DateTimeFormat(words, { ...date, year: "numeric" }),
    long: new Intl.DateTimeFormat(words, long),
    yearly: new Intl.DateTimeFormat(words, { day: "numeric", month: "long", timeZone: "UTC" }),
  };
};

const formats = (locale: string): Formats => {
  const known = made.get(locale);
  if (known) return known;
  const fresh = makeFormats(locale);
  made.set(locale, fresh);
  return fresh;
};

const utc = (day: string, time = "00:00"): Date => new Date(`${day}T${time}:00Z`);

/** A clock time, such as `17:00` or `5:00 PM`. */
export const sayTime = (time: string, locale: string): string =>
  formats(locale).time.format(utc("2026-01-01", time));

/** Dates further away than this also name their year, unless it is the present one. */
const nearDays = 180;

/** A day near now in words, others by date: `Today`, `Tomorrow`, `Friday`, `Fri 4 Dec`, `Wed 4 Aug 2027`. */
export const sayDay = (day: string, now: Now, locale: string): string => {
  const today = now.wall.slice(0, 10);
  const distance = daysBetween(today, day);
  if (distance === 0) return timeWords.today;
  if (distance === 1) return timeWords.tomorrow;
  if (distance === -1) return timeWords.yesterday;
  if (distance > 1 && distance < 7) return formats(locale).weekday.format(utc(day));
  const isNear = day.slice(0, 4) === today.slice(0, 4) || Math.abs(distance) < nearDays;
  return sayNumbers(day, isNear, locale);
};

const sayNumbers = (day: string, isNear: boolean, locale: string): string =>
  formats(locale)[isNear ? "date" : "dateAndYear"].format(utc(day)).replace(",", "");

/** A day without reference to now, but for its year: `Fri 4 Dec`. */
export const sayPlainDay = (day: string, now: Now, locale: string): string =>
  sayNumbers(day, day.slice(0, 4) === now.wall.slice(0, 4), locale);

/** A whole due in words: `Tomorrow 17:00`. */
export const sayDue = (due: LocalDue, now: Now, locale: string): string => {
  const day = sayDay(due.day, now, locale);
  return due.time === null ? day : `${day} ${sayTime(due.time, locale)}`;
};

/** The date as a heading: `Tuesday 24 November`. */
export const sayLongDay = (day: string, locale: string): string =>
  formats(locale).long.format(utc(day));

/** The day of a year: `24 November`. */
export const sayDate = (day: string, locale: string): string =>
  formats(locale).yearly.format(utc(day));

/** When something happened: `just now`, `5 minutes ago`, `Today 14:03`, `Mon 2 Nov 14:03`. */
export const sayAgo = (instant: string, at: Date, zone: string, locale: string): string => {
  const minutes = Math.floor((at.getTime() - Date.parse(instant)) / 60_000);
  if (minutes < 1) return timeWords.justNow;
  if (minutes < 60) return timeWords.minutesAgo(minutes);
  return sayInstant(instant, at, zone, locale);
};

/** How far ahead something is: `in less than a minute`, `in 5 min`, `in 2 h`, `in 3 days`; null once it has come. */
export const sayIn = (instant: string, at: Date): string | null => {
  const ms = Date.parse(instant) - at.getTime();
  if (ms <= 0) return null;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return timeWords.inMoment;
  if (minutes < 60) return timeWords.inMinutes(minutes);
  const hours = Math.round(minutes / 60);
  if (hours < 36) return timeWords.inHours(hours);
  return timeWords.inDays(Math.round(hours / 24));
};

/** A moment on the person's clock: `Today 14:00`, `Fri 27 Nov 9:00`. */
export const sayInstant = (instant: string, at: Date, zone: string, locale: string): string => {
  const wall = wallClock(new Date(instant), zone);
  return sayDue({ day: wall.slice(0, 10), time: wall.slice(11) }, nowFrom(at, zone), locale);
};

const nowFrom = (at: Date, zone: string): Now => ({ wall: wallClock(at, zone), zone });

/** How long something took: `less than a minute`, `3 min`, `2 h`. */
export const sayLength = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return timeWords.underMinute;
  return minutes < 120 ? timeWords.min(minutes) : timeWords.h(Math.floor(minutes / 60));
};
