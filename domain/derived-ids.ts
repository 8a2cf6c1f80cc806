// Ids that follow from others, one home for all of them. A task's id is in each: only the actor of that name makes them, so
// what callers choose (a reminder's id, an Idempotency-Key) can never make two tasks, or two people, share one.
import { derivedId, type Id } from "./ids.ts";
import type { ReminderStatus } from "./reminder.ts";

/** The series that a command begins on a task. */
export const seriesIdOf = (taskId: Id, commandId: Id): Id =>
  derivedId(taskId, `series ${commandId}`);

type Telling = Pick<ReminderStatus, "taskId" | "reminderId" | "generation">;

/** One notification, in all its tries and on every channel: what a receiver of webhooks knows a repetition by. */
export const notificationId = (told: Telling & Pick<ReminderStatus, "occurrence">): Id =>
  derivedId(told.taskId, `notification ${told.reminderId} ${told.occurrence} ${told.generation}`);

/** The event that a reminder was told: two hosts that tell it at once make the same one. */
export const firedEventId = ({ taskId, reminderId, generation }: Telling): Id =>
  derivedId(taskId, `fired ${reminderId} ${generation}`);

/**
 * The id a new reminder gets in place of one that another task of the same person has: the same each time it is asked
 * for, so that a repeated request changes nothing again.
 */
export const renewedReminderId = (taskId: Id, reminderId: Id): Id =>
  derivedId(taskId, `reminder ${reminderId}`);
