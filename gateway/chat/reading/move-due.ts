// A due moved to another day, another time, or by an amount. Called by the reschedule rule, the model's tools and those of MCP.
import { Temporal } from "temporal-polyfill";
import { type Amount, readAmount } from "../../../domain/language/amounts.ts";
import { type Clock, onDay, wallClock } from "../../../domain/language/clock.ts";
import { addToDay } from "../../../domain/language/dates/relative.ts";
import type { WhenSaid } from "../../../domain/language/read-when.ts";
import { dueAtInstant } from "../../../domain/moment.ts";
import type { Task } from "../../../domain/task.ts";
import { dueInstant } from "../../../domain/time.ts";
import type { When } from "../../../domain/when.ts";
import { instantAt, localAt } from "../../../domain/zones/zoned.ts";

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

/**
 * A day alone keeps the task's clock time, a time alone its day, as long as that is not past. A fixed due stays in its zone
 * unless another one is said; "in 20 minutes" is that instant on its clock.
 */
export const movedTo = (
  { due }: Pick<Task, "due">,
  { due: said, hasDay, instant, isOpen }: WhenSaid,
  clock: Clock,
): When => {
  if (due === null) return said;
  const to = isOpen === true && !hasDay ? inItsHalf(due, said) : said;
  if (instant !== undefined)
    return due.kind === "fixed" ? dueAtInstant(instant, due.zone, "fixed") : to;
  if (to.kind === "day")
    return due.kind === "day" ? to : { ...due, at: `${to.at}T${due.at.slice(11)}` };
  const isInItsZone = due.kind === "fixed" && to.kind === "floating";
  const there: When = isInItsZone ? { ...due, at: to.at } : to;
  if (hasDay) return there;
  const sameDay = onDayOf(due.at, there);
  if (!isOver(sameDay, clock)) return sameDay;
  return isInItsZone ? nextTime(there, due.zone, clock) : to;
};

/** "push yoga to 7:30", of a task in the evening: the half of the day stays, as long as the morning is no night. */
const inItsHalf = (due: When, to: When): When => {
  if (due.kind === "day" || to.kind === "day") return to;
  const isLate = hourOf(due) >= 12;
  const hour = hourOf(to);
  const isNight = !isLate && hour - 12 < Math.min(7, hourOf(due) - 1);
  if (isLate === hour >= 12 || isNight || hour % 12 === 0) return to;
  const other = String(isLate ? hour + 12 : hour - 12).padStart(2, "0");
  return { ...to, at: `${to.at.slice(0, 11)}${other}${to.at.slice(13)}` };
};
const hourOf = ({ at }: When): number => Number(at.slice(11, 13));

const onDayOf = (at: string, time: When): When => ({
  ...time,
  at: `${at.slice(0, 10)}T${time.at.slice(11)}`,
});

/** A time of the minute it is now is not over. */
const isOver = (due: When, { instant, zone }: Clock): boolean => {
  const minute = Math.floor(instant.epochMilliseconds / 60_000) * 60_000;
  return Date.parse(dueInstant(due, zone, "00:00")) < minute;
};

/** The next time a clock of the zone shows it. */
const nextTime = (time: When, zone: string, clock: Clock): When => {
  const today = localAt(clock.instant, zone).toPlainDate();
  const same = onDayOf(today.toString(), time);
  return isOver(same, clock) ? onDayOf(today.add({ days: 1 }).toString(), time) : same;
};

/**
 * The due moved by an amount, never to what is past: days then count from today, hours and minutes from now. Null when
 * there is no due, or an amount of hours is to move a full day.
 */
export const movedBy = (
  { due }: Pick<Task, "due">,
  { amount, isEarlier }: Shift,
  clock: Clock,
): When | null => {
  if (due === null) return amount.minutes > 0 || isEarlier ? null : later(clock, amount);
  if (due.kind === "day" && amount.minutes > 0) return null;
  const sign = isEarlier ? -1 : 1;
  const at = byDays(wallClock(due), amount, sign);
  const again = (): Temporal.PlainDateTime =>
    byDays(clock.today.toPlainDateTime(wallClock(due)), amount, sign);
  const isPast = Temporal.PlainDate.compare(at.toPlainDate(), clock.today) < 0 && !isEarlier;
  if (due.kind === "day") return onDay((isPast ? again() : at).toPlainDate());
  if (amount.minutes === 0) return { ...due, at: written(isPast ? again() : at) };
  return byMinutes(due, at, { amount, isEarlier }, clock);
};

/** Hours and minutes are elapsed time, also over a change of the clock. What is over by then counts from now. */
const byMinutes = (
  due: Exclude<When, { kind: "day" }>,
  at: Temporal.PlainDateTime,
  { amount, isEarlier }: Shift,
  clock: Clock,
): When => {
  const zone = due.kind === "fixed" ? due.zone : clock.zone;
  const minutes = isEarlier ? -amount.minutes : amount.minutes;
  const moved = instantAt(at, zone).add({ minutes });
  const isPast = Temporal.Instant.compare(moved, clock.instant) <= 0 && !isEarlier;
  const fresh = isPast ? clock.instant.add({ minutes }) : moved;
  return dueAtInstant(fresh.toString(), zone, due.kind);
};

const written = (at: Temporal.PlainDateTime): string =>
  at.toString({ smallestUnit: at.second === 0 ? "minute" : "second" });

const later = (clock: Clock, amount: Amount): When | null => {
  const day = addToDay(clock.today, amount);
  return day ? onDay(day) : null;
};

const byDays = (
  at: Temporal.PlainDateTime,
  { years, months, weeks, days, workdays }: Amount,
  sign: 1 | -1,
): Temporal.PlainDateTime => {
  const moved = at.add({
    years: years * sign,
    months: months * sign,
    weeks: weeks * sign,
    days: days * sign,
  });
  if (workdays === 0 || sign < 0) return moved;
  return addToDay(moved.toPlainDate(), { ...zero, workdays })?.toPlainDateTime(at) ?? moved;
};

const zero: Amount = { minutes: 0, days: 0, weeks: 0, months: 0, years: 0, workdays: 0 };
