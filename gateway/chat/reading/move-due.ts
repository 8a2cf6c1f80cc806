// A due moved to another day, another time, or by an amount. Called by the reschedule rule.
import { Temporal } from "temporal-polyfill";
import { type Amount, readAmount } from "../../../domain/language/amounts.ts";
import { type Clock, onDay, wallClock } from "../../../domain/language/clock.ts";
import { addToDay } from "../../../domain/language/dates/relative.ts";
import type { WhenSaid } from "../../../domain/language/read-when.ts";
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";

/** How far, and in which direction. */
export type Shift = { amount: Amount; isEarlier: boolean };

/** Reads "by 2 days", "a week back", "an hour earlier"; null when it is no amount. */
export const readShift = (words: string, said: string): Shift | null => {
  const bare = words
    .replaceAll(
      /\b(?:by|for|another|more|back|out|off|up|forward|ahead|earlier|later|sooner)\b/gi,
      " ",
    )
    .trim()
    .replaceAll(/\s+/g, " ");
  const isAmount =
    /^(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|half|couple|few)/i.test(bare);
  const amount = isAmount && /^(?:\S+\s+){0,4}\S+$/.test(bare) ? readAmount(bare) : null;
  const isEarlier = /\b(?:earlier|sooner|ahead)\b/i.test(said) || /^bring\b/i.test(said);
  return amount ? { amount, isEarlier } : null;
};

/** A day alone keeps the task's clock time, a time alone its day, as long as that is not past. */
export const movedTo = (task: Task, { due: to, hasDay }: WhenSaid, clock: Clock): When => {
  const { due } = task;
  if (due === null) return to;
  if (to.kind === "day")
    return due.kind === "day" ? to : { ...due, at: `${to.at}T${due.at.slice(11)}` };
  if (hasDay) return to;
  const sameDay = { ...to, at: `${due.at.slice(0, 10)}T${to.at.slice(11)}` };
  const isPast = Temporal.PlainDateTime.compare(wallClock(sameDay), clock.now) < 0;
  return isPast ? to : sameDay;
};

/**
 * The due moved by an amount, never to a day that is past: then it counts from today. Null when there is no due, or an
 * amount of hours is to move a full day.
 */
export const movedBy = (task: Task, { amount, isEarlier }: Shift, clock: Clock): When | null => {
  const { due } = task;
  if (due === null) return amount.minutes > 0 || isEarlier ? null : later(clock, amount);
  if (due.kind === "day" && amount.minutes > 0) return null;
  const sign = isEarlier ? -1 : 1;
  const at = shifted(wallClock(due), amount, sign);
  const isPast = Temporal.PlainDate.compare(at.toPlainDate(), clock.today) < 0;
  const moved =
    isPast && !isEarlier ? shifted(clock.today.toPlainDateTime(wallClock(due)), amount, sign) : at;
  if (due.kind === "day") return onDay(moved.toPlainDate());
  return { ...due, at: moved.toString({ smallestUnit: "minute" }) };
};

const later = (clock: Clock, amount: Amount): When | null => {
  const day = addToDay(clock.today, amount);
  return day ? onDay(day) : null;
};

const shifted = (
  at: Temporal.PlainDateTime,
  amount: Amount,
  sign: 1 | -1,
): Temporal.PlainDateTime => {
  const { years, months, weeks, days, minutes, workdays } = amount;
  const byDays = at.add({
    years: years * sign,
    months: months * sign,
    weeks: weeks * sign,
    days: days * sign,
  });
  if (workdays > 0 && sign > 0)
    return addToDay(byDays.toPlainDate(), { ...zero, workdays })?.toPlainDateTime(at) ?? at;
  return byDays.add({ minutes: minutes * sign });
};

const zero: Amount = { minutes: 0, days: 0, weeks: 0, months: 0, years: 0, workdays: 0 };
