// The days a date picker offers at once. Pure; called by views/pick.
import { addDays } from "../time/zone.ts";
import { weekdayOf } from "../repeat/presets.ts";

export type QuickDay = { name: "today" | "tomorrow" | "weekend" | "nextWeek"; day: string };

/** The next such weekday after a day, 1 = Monday. */
const next = (day: string, weekday: number): string =>
  addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);

/** Days people say by name, each once. A week begins on the person's `weekStart`; on a Saturday or Sunday the weekend is the next one. */
export const quickDays = (today: string, weekStart: number): QuickDay[] => {
  const all: QuickDay[] = [
    { name: "today", day: today },
    { name: "tomorrow", day: addDays(today, 1) },
    { name: "weekend", day: next(today, 6) },
    { name: "nextWeek", day: next(today, weekStart) },
  ];
  return all.filter(({ day }, at) => all.findIndex((one) => one.day === day) === at);
};

/** A day as a date at noon in the browser's own zone, as calendars of a browser hold days: noon is never skipped. */
export const dateOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
};

/** The day of such a date. */
export const dayOf = (date: Date): string => {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
