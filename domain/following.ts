// What comes after an occurrence of a task: the same for the task that goes on and for what lists its dates. Pure.
import { next, type Next, type Recurrence } from "./recurrence.ts";
import type { TaskOccurrence } from "./task.ts";
import type { When } from "./when.ts";

/** An occurrence as a task stands at it; `due` may have been moved off its slot. */
export type At = { recurrence: Recurrence; occurrence: TaskOccurrence; due: When };

/**
 * What follows when the occurrence is over at `done` (an instant, or a date of the series' own clock). `zone` is the owner's. With
 * anchor `schedule` a due that was put off passes the slots before it; with `completion` the slot's clock time stays.
 */
export const following = (
  { recurrence, occurrence, due }: At,
  done: string,
  zone: string,
): Next => {
  const { slot, start, position } = occurrence;
  return next(recurrence, {
    due: recurrence.anchor === "completion" ? slot : laterOf(slot, due.at),
    moved: due.at.slice(0, 16),
    done,
    zone: occurrence.zone ?? zone,
    start,
    position,
  });
};

/** `done` of an occurrence that is over on its own day, neither early nor late. */
export const onTime = ({ recurrence, occurrence: { slot }, due }: At): string =>
  recurrence.anchor === "completion" ? shaped(due.at, slot) : laterOf(slot, due.at);

const laterOf = (slot: string, due: string): string => {
  const moved = shaped(due, slot);
  return moved > slot ? moved : slot;
};

/** A date in the shape of a slot: with its clock time, or as a full day. */
const shaped = (date: string, slot: string): string => {
  if (!slot.includes("T")) return date.slice(0, 10);
  return date.includes("T") ? date.slice(0, 16) : `${date}${slot.slice(10)}`; // dates of a rule are to the minute
};
