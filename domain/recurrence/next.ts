// The date after a completion or a skip (semantics: Recurrence). Called by the task's decision and by previews.
import { checkedZone } from "../time.ts";
import { dayOf, minutesADay, type Wall } from "./calendar.ts";
import { type Occurrence, ruleOf, toOccurrence } from "./expand.ts";
import { isAfter, type Mark, markAt, readMark } from "./mark.ts";
import { occurrences, readStart, type Series, type Slot } from "./occurrences.ts";
import type { Recurrence } from "./recurrence.ts";
import { fullBudget } from "./slots.ts";

/**
 * What comes after. `next` is null when the series is over. `skipped` are the slots that passed between due and done,
 * oldest first: the latest 366 of them; `skippedCount` says how many there were (it stops at 10,000). `position` is the
 * place of `next` in its series (of the last date, when it is over), to be handed in next time: COUNT ends by it.
 */
export type Next = {
  next: Occurrence | null;
  skipped: Occurrence[];
  skippedCount: number;
  position: number;
};

/**
 * `due`: the slot just fulfilled or skipped, a day or a wall clock in `zone`. `done`: when, as a day, a wall clock or an
 * instant. `start`: a slot the rule's rhythm counts from, needed only when `due` is off it (every second week, but this
 * one was moved). `position`: the place of `due` in its series, 1 = first, needed only for COUNT.
 */
export type NextOptions = {
  due: string;
  done: string;
  zone: string;
  start?: string | undefined;
  position?: number | undefined;
};

const maxSkipped = 10_000;
const maxListed = 366;

/**
 * The next occurrence, never at or before `done`. Anchor `schedule`: the first slot after both due and done, so early
 * does not offer the same slot again and late skips what was missed. `completion`: the first slot of the rule started
 * anew on the day it was done, at the due's clock time (an hourly rule: at the minute it was done). Throws a RangeError
 * for a rule, date or zone that cannot be read.
 */
export const next = (recurrence: Recurrence, options: NextOptions): Next => {
  const rule = ruleOf(recurrence.rrule);
  const zone = checkedZone(options.zone);
  const due = markAt(readStart(options.due, rule), zone);
  const done = readMark(options.done, zone);
  const position = options.position ?? 1;
  const isHourly = rule.freq === "HOURLY";
  const anew = recurrence.anchor === "completion";
  const rhythm = options.start === undefined ? due.wall : readStart(options.start, rule);
  const series: Series = {
    // COUNT is kept by position: the series may have begun long before this due.
    rule: { ...rule, count: null },
    overflow: recurrence.overflow,
    start: anew ? restart(due.wall, done.wall, isHourly) : rhythm,
    zone,
  };
  const toCome = rule.count === null ? Infinity : rule.count - position;
  const from = anew ? afterRestart(series, done, isHourly) : due;
  return walk(series, from, anew && !isHourly ? from : done, { position, toCome });
};

/** Where a rule begins anew: on the day it was done at the due's clock time; an hourly rule at the minute it was done. */
const restart = (due: Wall, done: Wall, isHourly: boolean): Wall => {
  if (isHourly && done.timed) return done;
  const timeOfDay = due.minutes - dayOf(due.minutes) * minutesADay;
  return { minutes: dayOf(done.minutes) * minutesADay + timeOfDay, timed: due.timed };
};

/** The mark a rule begun anew has to pass: the whole day it was done, for an hourly rule the minute. */
const afterRestart = (series: Series, done: Mark, isHourly: boolean): Mark =>
  isHourly
    ? markAt(series.start, series.zone)
    : { ms: done.ms, wall: { ...done.wall, timed: false } };

/** Goes through the slots after `from`: those up to `done` are skipped, the first after it is next. */
const walk = (
  series: Series,
  from: Mark,
  done: Mark,
  count: { position: number; toCome: number },
): Next => {
  const missed: Slot[] = [];
  let { position } = count;
  const end = (slot: Slot | null): Next => ({
    next: slot === null ? null : toOccurrence(slot),
    skipped: missed.slice(-maxListed).map(toOccurrence),
    skippedCount: missed.length,
    position,
  });
  for (const slot of occurrences(series, fullBudget(), from.ms)) {
    if (!isAfter(slot, from)) continue;
    if (position - count.position >= count.toCome) return end(null);
    position += 1;
    if (slot.excluded) continue;
    if (isAfter(slot, done)) return end(slot);
    missed.push(slot);
    if (missed.length === maxSkipped) return end(firstAfter(series, done));
  }
  return end(null);
};

/** The first slot after a mark, without counting those before it. */
const firstAfter = (series: Series, done: Mark): Slot | null => {
  for (const slot of occurrences(series, fullBudget(), done.ms))
    if (!slot.excluded && isAfter(slot, done)) return slot;
  return null;
};
