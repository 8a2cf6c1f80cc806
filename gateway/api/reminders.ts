// What the routes of reminders take and give, named and with examples for /openapi.json.
import { z } from "zod";
import type { StoredReminder } from "../../database/reminders/reminder-row.ts";
import { Duration } from "../../domain/duration.ts";
import { Id, Instant } from "../../domain/ids.ts";
import { Channel, ReminderState, type ReminderStatus, Trigger } from "../../domain/reminder.ts";
import { SnoozePreset } from "../../domain/snooze.ts";
import { exampleReminder, exampleReminderId, exampleTask } from "./examples.ts";
import { channels, reminderId } from "./task-reminder.ts";
import { AnyInstant, atMostOneForm, exactlyOneForm, timeForms } from "./times.ts";

const expectedVersion = z.int().min(1).optional().meta({ description: "Of the task." });

export const NewReminder = z
  .strictObject({ taskId: Id, id: reminderId, ...timeForms, channels, expectedVersion })
  .superRefine(exactlyOneForm)
  .meta({ id: "NewReminder", example: { taskId: exampleTask.id, in: "PT5M" } });

export const ReminderChange = z
  .strictObject({ ...timeForms, channels, expectedVersion })
  .superRefine(atMostOneForm)
  .meta({ id: "ReminderChange", example: { in: "PT5M" } });

export const Snooze = z
  .strictObject({
    until: AnyInstant.optional(),
    for: Duration.optional(),
    preset: SnoozePreset.optional(),
    expectedVersion,
  })
  .superRefine(({ until, for: duration, preset }, context) => {
    const named = [until, duration, preset].filter((one) => one !== undefined);
    if (named.length > 1)
      context.addIssue({ code: "custom", message: "must name one of until, for and preset" });
  })
  .meta({ id: "Snooze", example: { preset: "1h" } });

const DeliveryDoc = z.object({
  channel: z.union([Channel, z.literal("in_app")]),
  state: z.enum(["pending", "accepted", "failed"]),
  attempts: z.int(),
  acceptedAt: Instant.nullable(),
  nextAttemptAt: Instant.nullable(),
  reason: z.string().nullable(),
  lateByMs: z
    .int()
    .nullable()
    .meta({ description: "From when it was to be told until the channel took it." }),
});

/** What was asked for and what became of it. */
export const ReminderDoc = z
  .object({
    id: Id,
    taskId: Id,
    title: z.string(),
    trigger: Trigger,
    channels: z.array(Channel).nullable(),
    state: ReminderState,
    generation: z.int(),
    occurrence: Id.nullable(),
    plannedFor: Instant.nullable().meta({ description: "What the trigger means." }),
    scheduledFor: Instant.nullable().meta({
      description: "When it is told: later than planned by quiet hours or a snooze.",
    }),
    snoozedUntil: Instant.nullable(),
    firedAt: Instant.nullable(),
    lateByMs: z.int().nullable(),
    toldWith: Id.nullable(),
    deliveries: z.array(DeliveryDoc),
  })
  .meta({ id: "Reminder", example: exampleReminder });
export type ReminderDoc = z.infer<typeof ReminderDoc>;

export const ReminderPage = z
  .object({
    reminders: z.array(ReminderDoc),
    next: z.string().nullable().meta({ description: "The `cursor` of the next page." }),
  })
  .meta({ id: "ReminderPage" });

export const ReminderPath = z.object({
  id: Id.meta({ param: { name: "id", in: "path" }, example: exampleReminderId }),
});

/** A stored reminder as the API shows it. */
export const reminderDoc = (
  stored: Pick<StoredReminder, "status" | "reminder" | "title">,
): ReminderDoc => {
  const { status, reminder, title } = stored;
  const { sequence: _, reminderId: id, deliveries: __, ...became } = status;
  return {
    ...became,
    ...reminder,
    id,
    title,
    snoozedUntil: status.state === "snoozed" ? status.scheduledFor : null,
    deliveries: [...inApp(status), ...beyond(status)],
  };
};

type Deliveries = ReminderDoc["deliveries"];

/** The app takes a reminder the moment it is told: every open device shows it. */
const inApp = ({ state, firedAt, lateByMs }: ReminderStatus): Deliveries =>
  firedAt === null || (state !== "fired" && state !== "acknowledged")
    ? []
    : [
        {
          channel: "in_app",
          state: "accepted",
          attempts: 1,
          acceptedAt: firedAt,
          nextAttemptAt: null,
          reason: null,
          lateByMs,
        },
      ];

const beyond = ({ deliveries, scheduledFor }: ReminderStatus): Deliveries =>
  deliveries.map(({ attempt, acceptedAt, ...delivery }) => ({
    ...delivery,
    attempts: attempt,
    acceptedAt,
    lateByMs:
      acceptedAt === null || scheduledFor === null
        ? null
        : Math.max(0, Date.parse(acceptedAt) - Date.parse(scheduledFor)),
  }));
