// Days, times and instants in words, by the person's language and now. Pure; called by the views and words/.
import type { LocalDue, Now } from "./due.ts";
import { daysBetween, wallClock } from "./zone.ts";

/** The page speaks English; of the person's locale it takes the English variant if it is one, and the 12 or 24 hour clock. */
const dateLocale = (locale: string): string => (/^en\b/i.test(locale) ? locale : "en-GB");

const isTwelveHour = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 ?? false;

const formatted = (day: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(dateLocale(locale), { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A clock time, such as `17:00` or `5:00 pm`. */
export const sayTime = (time: string, locale: string): string => {
  if (!isTwelveHour(locale)) return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? "am" : "pm"}`;
};

/** A day near now in words, others by date: `Today`, `Tomorrow`, `Friday`, `Fri 4 Dec`, `4 Dec 2027`. */
export const sayDay = (day: string, now: Now, locale: string): string => {
  const today = now.wall.slice(0, 10);
  const distance = daysBetween(today, day);
  if (distance === 0) return "Today";
  if (distance === 1) return "Tomorrow";
  if (distance === -1) return "Yesterday";
  if (distance > 1 && distance < 7) return formatted(day, locale, { weekday: "long" });
  if (day.slice(0, 4) === today.slice(0, 4))
    return formatted(day, locale, { weekday: "short", day: "numeric", month: "short" });
  return formatted(day, locale, { day: "numeric", month: "short", year: "numeric" });
};

/** A whole due in words: `Tomorrow 17:00`. */
export const sayDue = (due: LocalDue, now: Now, locale: string): string =>
  [sayDay(due.day, now, locale), due.time === null ? null : sayTime(due.time, locale)]
    .filter((part) => part !== null)
    .join(" ");

/** The date as a heading: `Tuesday, 24 November`. */
export const sayLongDay = (day: string, locale: string): string =>
  formatted(day, locale, { weekday: "long", day: "numeric", month: "long" });

/** When something happened: `just now`, `5 minutes ago`, `Today 14:03`, `Mon 2 Nov 14:03`. */
export const sayAgo = (instant: string, at: Date, zone: string, locale: string): string => {
  const minutes = Math.floor((at.getTime() - Date.parse(instant)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const wall = wallClock(new Date(instant), zone);
  const due = { day: wall.slice(0, 10), time: wall.slice(11) };
  return sayDue(due, { wall: wallClock(at, zone), zone }, locale);
};
