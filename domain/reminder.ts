// What a reminder is: what a person asked for, what became of it, and what a device shows of it (semantics: Reminders).
import * as z from "zod";
import { Id, Instant } from "./ids.ts";
import { When } from "./when.ts";

/** A way out of the app. In-app needs no choosing: every device shows every reminder. */
export const Channel = z.enum(["email", "push", "webhook"], {
  error: "must be email, push or webhook",
});
export type Channel = z.infer<typeof Channel>;

/** Channels without repetition. */
export const Channels = z
  .array(Channel)
  .max(3)
  .transform((channels) => [...new Set(channels)]);

const yearInMinutes = 366 * 24 * 60;

/**
 * When a reminder is told. `instant`: at that moment, wherever the person is ("in 5 minutes"). `wall`: a day (at the
 * person's day hour), a floating or a fixed wall clock. `relative`: `minutes` from the due or the deadline, negative =
 * before; offsets under a day are elapsed time, a day or more are calendar days at the same clock time.
 */
export const Trigger = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("instant"), at: Instant }),
    z.strictObject({ kind: z.literal("wall"), when: When }),
    z.strictObject({
      kind: z.literal("relative"),
      to: z.enum(["due", "deadline"], { error: "must be due or deadline" }),
      minutes: z.int().min(-yearInMinutes).max(yearInMinutes),
    }),
  ],
  {
    error: 'must be {kind: "instant", at}, {kind: "wall", when} or {kind: "relative", to, minutes}',
  },
);
export type Trigger = z.infer<typeof Trigger>;

/** A reminder as a person set it. `channels: null` means the channels of their settings. */
export const Reminder = z.strictObject({
  id: Id,
  trigger: Trigger,
  channels: Channels.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

/** The most reminders a task has. */
export const maxReminders = 50;

/** The reminders of a task; no two have the same id. */
export const Reminders = z
  .array(Reminder)
  .max(maxReminders, `must be at most ${maxReminders} reminders`)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
    error: "must not name a reminder twice",
  });

/**
 * `scheduled`: waits. `snoozed`: told, and waits to be told again. `fired`: told, not seen yet. `acknowledged`: seen.
 * `missed`: more than 12 hours late, told in a summary. `cancelled`: the task was done, skipped or deleted first.
 * `passed`: its time was over when it was set by a change of the task, so it is not told. `idle`: it has no time (relative
 * to a due the task does not have).
 */
export const ReminderState = z.enum([
  "scheduled",
  "snoozed",
  "fired",
  "acknowledged",
  "missed",
  "cancelled",
  "passed",
  "idle",
]);
export type ReminderState = z.infer<typeof ReminderState>;

/**
 * What became of a notification on one channel. `attempt` is the one under way or the last; `nextAttemptAt` when it is
 * repeated if nothing is heard of it (`pending` only); `reason` of the last failure.
 */
export const Delivery = z.object({
  channel: Channel,
  state: z.enum(["pending", "accepted", "failed"]),
  attempt: z.int().min(1),
  nextAttemptAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * What became of a reminder. (reminder, occurrence, generation) names one notification: `generation` counts from 1
 * whenever the reminder is armed anew. `plannedFor` is the instant its trigger means, `scheduledFor` when it is told:
 * later by quiet hours or a snooze. `toldWith` names the reminder of the same task whose notification told this one too.
 * `sequence` counts the changes of this status: a copy takes the higher one.
 */
export const ReminderStatus = z.object({
  reminderId: Id,
  taskId: Id,
  sequence: z.int().min(1),
  generation: z.int().min(0),
  occurrence: Id.nullable(),
  state: ReminderState,
  plannedFor: Instant.nullable(),
  scheduledFor: Instant.nullable(),
  firedAt: Instant.nullable(),
  lateByMs: z.int().min(0).nullable(),
  toldWith: Id.nullable(),
  deliveries: z.array(Delivery),
});
export type ReminderStatus = z.infer<typeof ReminderStatus>;

/** Whether a reminder waits to be told. */
export const isWaiting = (status: ReminderStatus): boolean =>
  status.state === "scheduled" || status.state === "snoozed";

/** When the earliest attempt to come is due, null when none is to come. */
export const nextAttemptAt = (deliveries: Delivery[]): Instant | null =>
  deliveries
    .flatMap((one) =>
      one.state === "pending" && one.nextAttemptAt !== null ? [one.nextAttemptAt] : [],
    )
    .toSorted()[0] ?? null;

/** Older than this a notification is not told by itself but in a summary, ms. */
export const tooLateMs = 12 * 60 * 60 * 1000;

/** Later than this a notification says "late by …", ms. */
export const lateMs = 60_000;

/**
 * What devices show: one notification. `fired` is shown until an alert of the same `id` says something else. `id` is the
 * telling reminder's; `reminderIds` are all it tells. A device applies it when `sequence` is above what it has for the id.
 */
export const Alert = z.object({
  id: Id,
  taskId: Id,
  title: z.string(),
  reminderIds: z.array(Id),
  sequence: z.int().min(1),
  generation: z.int().min(0),
  occurrence: Id.nullable(),
  state: ReminderState,
  scheduledFor: Instant.nullable(),
  firedAt: Instant.nullable(),
  lateByMs: z.int().min(0).nullable(),
});
export type Alert = z.infer<typeof Alert>;
