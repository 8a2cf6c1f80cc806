// What the REST routes take and give: the domain's schemas, named and with examples for /openapi.json.
import { z } from "zod";
import { AuditEntry } from "../../domain/audit.ts";
import { Scope } from "../../domain/command.ts";
import { Id } from "../../domain/ids.ts";
import { ChatReply } from "../../domain/reply.ts";
import { maxReminders } from "../../domain/reminder.ts";
import { Settings } from "../../domain/settings.ts";
import { Task, TaskFields, TaskPatch, Title } from "../../domain/task.ts";
import { Zone } from "../../domain/when.ts";
import { exampleChat, exampleEvent, exampleId, exampleSettings, exampleTask } from "./examples.ts";
import { RecurrenceInput } from "./recurrence.ts";
import { haveOwnIds, TaskReminder } from "./task-reminder.ts";

export const TaskDoc = Task.meta({ id: "Task", example: exampleTask });

const next = z
  .string()
  .nullable()
  .meta({ description: "The `cursor` of the next page; null on the last." });

export const TaskPage = z.object({ tasks: z.array(TaskDoc), next }).meta({ id: "TaskPage" });

const expectedVersion = z.int().min(1).optional();

const inputs = {
  reminders: z
    .array(TaskReminder)
    .max(maxReminders, `must be at most ${maxReminders} reminders`)
    .refine(haveOwnIds, "must not name a reminder twice")
    .optional(),
  recurrence: RecurrenceInput.nullable().optional(),
};

/** A new task. `id` may be chosen by the client (a new UUID), so that it can show the task before the answer. */
export const NewTask = TaskFields.partial()
  .extend({ title: Title, id: Id.optional(), ...inputs })
  .meta({
    id: "NewTask",
    example: {
      title: "Buy groceries",
      due: { kind: "floating", at: "2026-12-01T17:00" },
      tags: ["home"],
      priority: 1,
      reminders: [{ in: "PT2H" }],
      recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" },
    },
  });

const scope = Scope.optional().meta({
  description:
    "What a new due of a recurring task moves: `this` occurrence, or also those `following`.",
});

/** What a read task has beside its fields. Nobody sets it, and who sends back what they read need not take it out. */
const readOnly = Task.pick({
  id: true,
  ownerId: true,
  occurrence: true,
  createdAt: true,
  updatedAt: true,
  completedAt: true,
  deletedAt: true,
}).partial().shape;
export const readOnlyNames = Object.keys(readOnly) as (keyof typeof readOnly)[];

/** All editable fields; those left out go back to what a new task has (`position` stays). A `version` is the one that is expected. */
export const WholeTask = TaskFields.partial()
  .extend({
    ...readOnly,
    title: Title,
    version: expectedVersion,
    expectedVersion,
    scope,
    ...inputs,
  })
  .meta({ id: "WholeTask", example: { title: "Buy groceries", priority: 2 } });

export const TaskChange = TaskPatch.extend({ expectedVersion, scope, ...inputs }).meta({
  id: "TaskChange",
  example: { due: { kind: "day", at: "2026-12-02" } },
});

export const Expectation = z
  .strictObject({ expectedVersion })
  .meta({ id: "Expectation", example: { expectedVersion: 1 } });

const occurrence = Id.optional().meta({
  description:
    "The occurrence that is meant: one that is over changes nothing, another is refused.",
});

export const Completion = z
  .strictObject({
    expectedVersion,
    occurrence,
    forever: z.boolean().optional().meta({ description: "Ends the repetition as well." }),
  })
  .meta({ id: "Completion", example: {} });

export const Skip = z
  .strictObject({ expectedVersion, occurrence })
  .meta({ id: "Skip", example: {} });

export const EventPage = z
  .object({ events: z.array(AuditEntry.meta({ id: "Event", example: exampleEvent })), next })
  .meta({ id: "EventPage" });

export const ChatMessage = z
  .strictObject({
    message: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .max(2000, "must be at most 2000 characters long"),
    timeZone: Zone.optional(),
  })
  .meta({
    id: "ChatMessage",
    example: {
      message: "Create a task to buy groceries tomorrow 5pm #home p1",
      timeZone: "Europe/Berlin",
    },
  });

/** The answer in pieces; the page shows the words while they come. */
export const ChatEvents = z.string().meta({
  id: "ChatEvents",
  example:
    'event: text\ndata: "You have "\n\nevent: text\ndata: "3 tasks."\n\nevent: reply\ndata: {…}\n\n',
});

export const ChatAnswer = ChatReply.meta({ id: "ChatReply", example: exampleChat });

export const SettingsDoc = Settings.meta({
  id: "Settings",
  example: exampleSettings,
});

/** The settings after a change. */
export const SettingsAnswer = Settings.extend({
  remindersMoved: z
    .int()
    .min(0)
    .meta({ description: "Reminders that are told at another time by these settings." }),
}).meta({ id: "SettingsAfterChange" });

export const SettingsChange = Settings.partial().meta({
  id: "SettingsChange",
  example: { timeZone: "Europe/Lisbon" },
});

export const TaskPath = z.object({
  id: Id.meta({ param: { name: "id", in: "path" }, example: exampleId }),
});
