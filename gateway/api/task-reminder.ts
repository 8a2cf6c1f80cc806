// A reminder within a task that is made or changed: the id may be left out, and the time is said in any form. Used by schemas.ts.
import { z } from "zod";
import { Id, newId } from "../../domain/ids.ts";
import { Channels, type Reminder, type Trigger } from "../../domain/reminder.ts";
import { exactlyOneForm, namesOf, timeForms, triggerOf } from "./times.ts";

export const channels = Channels.nullable()
  .optional()
  .meta({ description: "Beside the app. null: those of your settings.", example: ["email"] });

export const reminderId = Id.optional().meta({
  description:
    "Yours to choose, a new UUID. One that another task of yours has is replaced by a new one, so a copy of a task simply works.",
});

export const TaskReminder = z
  .strictObject({ id: reminderId, ...timeForms, channels })
  .superRefine(exactlyOneForm);
export type TaskReminder = z.infer<typeof TaskReminder>;

/** Whether no two of them have the same id. */
export const haveOwnIds = (all: { id?: Id | undefined }[]): boolean => {
  const ids = all.flatMap(({ id }) => id ?? []);
  return new Set(ids).size === ids.length;
};

/** The reminders as they are stored. */
export const remindersOf = (all: TaskReminder[], clock: { now: Date; zone: string }): Reminder[] =>
  all.map((one) => ({
    id: one.id ?? newId(),
    // The schema has seen to it that a time is named.
    trigger: triggerOf(one, clock) as Trigger,
    channels: one.channels ?? null,
  }));

/** How a refusal is to name their times: as the caller wrote them. */
export const reminderNames = (all: TaskReminder[]): Record<string, string> =>
  Object.assign({}, ...all.map((one, n) => namesOf(one, `reminders.${n}.`)));
