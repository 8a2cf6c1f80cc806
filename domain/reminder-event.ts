// What happens to reminders, digests and summaries: the events on the topic `reminders`. notify and audit read them.
import * as z from "zod";
import { Changes } from "./changes.ts";
import { attributes } from "./event-attributes.ts";
import { Id, Instant } from "./ids.ts";
import { Channel, Delivery, Reminder, ReminderStatus } from "./reminder.ts";
import { Priority } from "./task.ts";
import { Day } from "./when.ts";

/** What happens to a reminder, in the order it can happen. */
export const ReminderEventType = z.enum([
  "punctual.reminder.scheduled.v1",
  /** It has no time to be told at (any more): passed, idle, cancelled or removed. */
  "punctual.reminder.cancelled.v1",
  /** The scheduler did not take it: the armer arms it. */
  "punctual.reminder.unarmed.v1",
  "punctual.reminder.fired.v1",
  "punctual.reminder.missed.v1",
  "punctual.reminder.snoozed.v1",
  "punctual.reminder.acknowledged.v1",
  /** Another attempt on the channel of `attempt` is due. */
  "punctual.reminder.retry-due.v1",
  /** An attempt failed and there will be another. */
  "punctual.reminder.attempt-failed.v1",
  "punctual.reminder.delivered.v1",
  "punctual.reminder.failed.v1",
]);
export type ReminderEventType = z.infer<typeof ReminderEventType>;

/** Which try on which channel. */
export const Attempt = z.object({ channel: Channel, attempt: z.int().min(1) });
export type Attempt = z.infer<typeof Attempt>;

/**
 * What happened to a reminder, on the topic `reminders`. `subject` is the reminder, `sequence` that of its status.
 * `attempts` are the tries to make now (fired, retry-due) or the one the event is about. `reminder` is null when it was
 * removed from the task; `reminderIds` are all that the notification tells.
 */
export const ReminderEvent = z.object({
  ...attributes,
  type: ReminderEventType,
  data: z.object({
    taskId: Id,
    title: z.string(),
    priority: Priority,
    reminder: Reminder.nullable(),
    status: ReminderStatus,
    reminderIds: z.array(Id),
    attempts: z.array(Attempt),
    changes: Changes,
  }),
});
export type ReminderEvent = z.infer<typeof ReminderEvent>;

export const NoticeEventType = z.enum([
  "punctual.notice.due.v1",
  "punctual.notice.retry-due.v1",
  "punctual.notice.attempt-failed.v1",
  "punctual.notice.delivered.v1",
  "punctual.notice.failed.v1",
]);
export type NoticeEventType = z.infer<typeof NoticeEventType>;

/** A reminder that came more than twelve hours late, as the summary names it. */
export const MissedReminder = z.object({
  taskId: Id,
  reminderId: Id,
  title: z.string(),
  scheduledFor: Instant,
});
export type MissedReminder = z.infer<typeof MissedReminder>;

/**
 * A change that was promised and then could not be made, and why. Of a project, a tag or a saved filter `taskId` is null and `title` its name.
 */
export const RefusedChange = z.object({
  taskId: Id.nullable(),
  title: z.string(),
  reason: z.string(),
});
export type RefusedChange = z.infer<typeof RefusedChange>;

/**
 * A message to a person about several tasks: the digest of their day (its text is made when it is told), a summary, or
 * what was promised and not done (`refused`; only devices and the log are told), or a `test` of one channel.
 */
export const PersonNotice = z.object({
  id: Id,
  kind: z.enum(["digest", "summary", "refused", "test"]),
  /** The person's day it is about. */
  day: Day,
  missed: z.array(MissedReminder),
  refused: z.array(RefusedChange).optional(),
  createdAt: Instant,
  deliveries: z.array(Delivery),
});
export type PersonNotice = z.infer<typeof PersonNotice>;

/** What happened to a notice, on the topic `reminders`. `subject` is the notice. */
export const NoticeEvent = z.object({
  ...attributes,
  type: NoticeEventType,
  data: z.object({
    notice: PersonNotice,
    timeZone: z.string(),
    locale: z.string(),
    attempts: z.array(Attempt),
    changes: Changes,
  }),
});
export type NoticeEvent = z.infer<typeof NoticeEvent>;
