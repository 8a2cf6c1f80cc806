// On which of the person's days something is. Called by filter.ts and the list rule.
import { Temporal } from "temporal-polyfill";
import {
  type Clock,
  dayOf,
  type PlainDate,
  type PlainDateTime,
  wallClock,
} from "../../../domain/language/clock.ts";
import type { Task } from "../../../domain/task.ts";

/** A task's due on the person's own wall clock (a fixed one is carried over from its zone); null without a due. */
export const dueClock = ({ due }: Task, clock: Clock): PlainDateTime | null => {
  if (due === null) return null;
  if (due.kind !== "fixed") return wallClock(due);
  return wallClock(due).toZonedDateTime(due.zone).withTimeZone(clock.zone).toPlainDateTime();
};

/** The person's day a task is due; null without a due. */
export const dueDay = (task: Task, clock: Clock): PlainDate | null => {
  if (task.due === null) return null;
  return task.due.kind === "fixed"
    ? (dueClock(task, clock)?.toPlainDate() ?? null)
    : dayOf(task.due);
};

/** True when the due is over: a day when the next has begun, a time when the clock has passed it. */
export const isOverdue = (task: Task, clock: Clock): boolean => {
  const at = dueClock(task, clock);
  if (at === null || task.due === null) return false;
  return task.due.kind === "day"
    ? Temporal.PlainDate.compare(at.toPlainDate(), clock.today) < 0
    : Temporal.PlainDateTime.compare(at, clock.now) < 0;
};

/** The person's day of an instant; null for null. */
export const instantDay = (instant: string | null, clock: Clock): PlainDate | null =>
  instant === null
    ? null
    : Temporal.Instant.from(instant).toZonedDateTimeISO(clock.zone).toPlainDate();
