// What a TaskActor knows, and what a decision makes of it. Shared by the rules in decide/ and the shell.
import * as z from "zod";
import type { PassedOccurrence, TaskEventType } from "../../domain/event.ts";
import type { Changes } from "../../domain/changes.ts";
import { Id, Instant } from "../../domain/ids.ts";
import type { Attempt, ReminderEventType } from "../../domain/reminder-event.ts";
import { type Reminder, Reminders, ReminderStatus } from "../../domain/reminder.ts";
import { Owner, unknownOwner } from "../../domain/settings.ts";
import { Task, TaskOccurrence, TaskStatus } from "../../domain/task.ts";
import { When } from "../../domain/when.ts";
import { PutOff } from "./decide/put-off.ts";

/** An occurrence that is over, with all that brings it back. */
const PastOccurrence = z.object({
  occurrence: TaskOccurrence,
  due: When,
  status: TaskStatus,
  reminders: Reminders,
});
export type PastOccurrence = z.infer<typeof PastOccurrence>;

/** The task, its owner's settings, how its reminders stand, the occurrences before, and what a parent's roll-over reset. */
export const TaskDoc = z.object({
  task: Task,
  owner: Owner.default(unknownOwner),
  reminders: z.array(ReminderStatus).default([]),
  /** Oldest first; the last few. */
  past: z.array(PastOccurrence).default([]),
  /** Snoozes and what quiet hours hold, also those set aside meanwhile; the last one last. */
  putOff: z.array(PutOff).default([]),
  /** How reminders stood that were removed. */
  gone: z.array(ReminderStatus).default([]),
  /** By which requests (correlation ids) the task is over and in the trash, and what its status was before. */
  ended: z
    .object({
      over: z.object({ by: Id, from: TaskStatus }).nullable(),
      trash: Id.nullable(),
    })
    .default({ over: null, trash: null }),
  reset: z.object({ occurrence: Id, completedAt: Instant }).nullable().default(null),
});
export type TaskDoc = z.infer<typeof TaskDoc>;

/** What happened to the task. */
export type TaskDecided = {
  type: TaskEventType;
  changes: Changes;
  passed?: PassedOccurrence[];
  cameBack?: string;
};

/** What happened to one of its reminders; `reminder` is null when it was taken away. */
export type ReminderDecided = {
  type: ReminderEventType;
  before: ReminderStatus | null;
  status: ReminderStatus;
  reminder: Reminder | null;
  reminderIds: Id[];
  attempts: Attempt[];
};

/** What a command or the clock does: the doc after it and what the log says; `event: null` when the task did not change. */
export type Decision = { doc: TaskDoc; event: TaskDecided | null; told: ReminderDecided[] };
