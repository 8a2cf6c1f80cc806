// The date after a completion or a skip (semantics: Recurrence). Called by the task's decision and by previews.
import { checkedZone } from "../time.ts";
import { dayOf, minutesADay, type Wall } from "./calendar.ts";
import { daysAfter, namesDays } from "./days-after.ts";
import { type Occurrence, ruleOf, toOccurrence } from "./expand.ts";
import { isAfter, type Mark, markAt, readMark } from "./mark.ts";
import { occurrences, readStart, type Series, type Slot } from "./occurrences.ts";
import type { Recurrence } from "./recurrence.ts";
import type { Rule } from "./rule.ts";
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
 * one was moved). `position`: the place of `due` in its series, 1 = first, needed only for COUNT. `moved`: where the
 * slot was put by hand, needed only for anchor `completion`, which offers neither again.
 */
export type NextOptions = {
  due: string;
  done: string;
  zone: string;
  start?: string | undefined;
  position?: number | undefined;
  moved?: string | undefined;
};

const maxSkipped = 10_000;
const maxListed = 366;

/**
 * The next occurrence, never at or before `done`, and never the slot just fulfilled. Anchor `schedule`: the first slot after
 * both due and done, so late skips what was missed. `completion`: the day it was done and one interval more, at the due's
 * clock time; of a rule that names days the first of them from there on (interval 1: the first after the day it was done).
 * Throws a RangeError for a rule, date or zone that cannot be read.
 */
export const next = (recurrence: Recurrence, options: NextOptions): Next => {
  const rule = ruleOf(recurrence.rrule);
  const zone = checkedZone(options.zone);
  const due = markAt(readStart(options.due, rule), zone);
  const done = readMark(options.done, zone);
  const position = options.position ?? 1;
  const toCome = rule.count === null ? Infinity : rule.count - position;
  // COUNT is kept by position: the series may have begun long before this due.
  const series = { rule: { ...rule, count: null }, overflow: recurrence.overflow, zone };
  const count = { position, toCome };
  if (recurrence.anchor === "completion") {
    const moved = options.moved === undefined ? due.wall : readStart(options.moved, rule);
    const anew = begunAnew(series, due.wall, done);
    return walk(anew.series, { ...anew, ...count, over: [due.wall, moved] });
  }
  const start = options.start === undefined ? due.wall : readStart(options.start, rule);
  return walk({ ...series, start }, { from: due, done, ...count, over: [] });
};

/**
 * The rule begun anew by a completion, and the mark its next slot has to pass. An hourly rule counts from the minute it was done,
 * every other from that day at the due's clock time. One that names days has them in every period; the first that counts is
 * one interval away.
 */
const begunAnew = (
  series: Omit<Series, "start">,
  due: Wall,
  done: Mark,
): { series: Series; from: Mark; done: Mark } => {
  const { rule, zone } = series;
  if (rule.freq === "HOURLY" && done.wall.timed) {
    const from = markAt(done.wall, zone);
    return { series: { ...series, start: done.wall }, from, done };
  }
  const day = dayOf(done.wall.minutes);
  const clock = due.minutes - dayOf(due.minutes) * minutesADay;
  const start = { minutes: day * minutesADay + clock, timed: due.timed };
  const isNamed = namesDays(rule) && rule.freq !== "HOURLY" && rule.interval > 1;
  const passed = isNamed ? daysAfter(rule, day) - 1 : day;
  const from = markAt({ minutes: passed * minutesADay, timed: false }, zone);
  const every = isNamed ? { ...rule, interval: 1 } : rule;
  return { series: { ...series, rule: every, start }, from, done: from };
};

type Walk = {
  from: Mark;
  done: Mark;
  position: number;
  toCome: number;
  /** Slots that are no date any more, and count for nothing. */
  over: Wall[];
};

/** Goes through the slots after `from`: those up to `done` are skipped, the first after it is next. */
const walk = (series: Series, { from, done, over, ...count }: Walk): Next => {
  const missed: Slot[] = [];
  let { position } = count;
  const end = (slot: Slot | null): Next => ({
    next: slot === null ? null : toOccurrence(slot),
    skipped: missed.slice(-maxListed).map(toOccurrence),
    skippedCount: missed.length,
    position,
  });
  for (const slot of occurrences(series, fullBudget(), from.ms)) {
    if (!isAfter(slot, from) || over.some((wall) => isOver(series.rule, slot, wall))) continue;
    if (position - count.position >= count.toCome) return end(null);
    position += 1;
    if (slot.excluded) continue;
    if (isAfter(slot, done)) return end(slot);
    missed.push(slot);
    if (missed.length === maxSkipped) return end(firstAfter(series, done));
  }
  return end(null);
};

/** Whether a slot is one that is over: of an hourly rule at that minute, of every other on that day. */
const isOver = ({ freq }: Rule, { wall }: Slot, over: Wall): boolean =>
  freq === "HOURLY" ? wall.minutes === over.minutes : dayOf(wall.minutes) === dayOf(over.minutes);

/** The first slot after a mark, without counting those before it. */
const firstAfter = (series: Series, done: Mark): Slot | null => {
  for (const slot of occurrences(series, fullBudget(), done.ms))
    if (!slot.excluded && isAfter(slot, done)) return slot;
  return null;
};
