// On which of the person's days something is. As text, for hundreds of tasks are compared. Called by filter/ and the chat.
import { Temporal } from "temporal-polyfill";
import { type Clock, wallClock } from "./language/clock.ts";
import type { Task } from "./task.ts";
import { instantAt, localAt } from "./zones/zoned.ts";

/**
 * A task's due on the person's own wall clock, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` (a fixed one is carried over from its
 * zone); null without a due. The order of the text is the order of time, a full day before the times in it.
 */
export const dueAt = ({ due }: Task, clock: Clock): string | null => {
  if (due === null) return null;
  if (due.kind !== "fixed") return due.at;
  const here = localAt(instantAt(wallClock(due), due.zone), clock.zone);
  return here.toString({ smallestUnit: "minute" });
};

/** The person's day a task is due, `YYYY-MM-DD`; null without a due. */
export const dueDay = (task: Task, clock: Clock): string | null =>
  dueAt(task, clock)?.slice(0, 10) ?? null;

/** True when the due is over: a day when the next has begun, a time when the clock has passed it. */
export const isOverdue = (task: Task, clock: Clock): boolean => {
  const at = dueAt(task, clock);
  if (at === null) return false;
  const now = clock.now.toString({ smallestUnit: "minute" });
  return at < (at.length === 10 ? now.slice(0, 10) : now);
};

/** The person's day of an instant, `YYYY-MM-DD`; null for null. */
export const instantDay = (instant: string | null, clock: Clock): string | null =>
  instant === null
    ? null
    : localAt(Temporal.Instant.from(instant), clock.zone).toPlainDate().toString();
