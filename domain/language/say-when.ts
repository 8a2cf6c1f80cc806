// A due in a person's words: "tomorrow 17:00", "Friday", "Tue 1 Dec". Used by the chat's replies.
import type { When } from "../when.ts";
import {
  type Clock,
  clockAt,
  dayOf,
  type PlainDate,
  type PlainDateTime,
  wallClock,
} from "./clock.ts";

/** Whose words: the instant, the person's zone and language. */
export type Listener = { now: string; zone: string; locale: string };

/** Says a due: relative words near today, a date further away, the time by the locale's clock ("en" alone: 24 hours). */
export const sayWhen = (when: When, listener: Listener): string => {
  const day = sayDay(dayOf(when), clockAt(listener), listener.locale);
  if (when.kind === "day") return day;
  const time = formats(listener.locale).time.format(utc(wallClock(when)));
  return `${day} ${time}${when.kind === "fixed" ? ` (${when.zone})` : ""}`;
};

/** Says a due without reference to now: "Tue 1 Dec 17:00". The year is left out. */
export const sayDate = (when: When, locale: string): string => {
  const { date, time } = formats(locale);
  const at = utc(wallClock(when));
  const day = date.format(at).replace(",", "");
  if (when.kind === "day") return day;
  return `${day} ${time.format(at)}${when.kind === "fixed" ? ` (${when.zone})` : ""}`;
};

/** Says a day: today, tomorrow, yesterday, a weekday of the coming week, or a date. The words are English. */
export const sayDay = (day: PlainDate, { today }: Clock, locale: string): string => {
  const away = today.until(day).days;
  const near = { "-1": "yesterday", "0": "today", "1": "tomorrow" }[String(away)];
  if (near !== undefined) return near;
  const at = utc(day.toPlainDateTime());
  if (away > 1 && away < 7) return formats(locale).weekday.format(at);
  const isNear = day.year === today.year || Math.abs(away) < 180;
  return formats(locale)[isNear ? "date" : "dateAndYear"].format(at).replace(",", "");
};

type Formats = Record<"time" | "weekday" | "date" | "dateAndYear", Intl.DateTimeFormat>;
const made = new Map<string, Formats>(); // making a formatter takes longer than all the rest

const formats = (locale: string): Formats => {
  const known = made.get(locale);
  if (known) return known;
  if (made.size >= 100) made.clear();
  const fresh = makeFormats(isLocale(locale) ? locale : "en");
  made.set(locale, fresh);
  return fresh;
};

const isLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
};

const makeFormats = (locale: string): Formats => {
  // "en" says neither whether the day comes first nor which clock hangs on the wall: "Tue 1 Dec", "17:00".
  const words = /^en-./.test(locale) ? locale : "en-GB";
  const hours = locale === "en" ? "en-GB" : locale;
  const date = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
  return {
    time: new Intl.DateTimeFormat(hours, { timeStyle: "short", timeZone: "UTC" }),
    weekday: new Intl.DateTimeFormat(words, { weekday: "long", timeZone: "UTC" }),
    date: new Intl.DateTimeFormat(words, date),
    dateAndYear: new Intl.DateTimeFormat(words, { ...date, year: "numeric" }),
  };
};

/** A wall clock as the milliseconds a formatter in UTC shows as that wall clock. */
const utc = (at: PlainDateTime): number => at.toZonedDateTime("UTC").epochMilliseconds;
