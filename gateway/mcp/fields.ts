// The fields of a task as an assistant gives them: dates, repetitions and reminders as words, read by our own reader. Used by the tools.
import * as z from "zod";
import { Id, newId } from "../../domain/ids.ts";
import { readRepeat } from "../../domain/language/repeat/read-repeat.ts";
import { readTrigger } from "../../domain/language/reminders/read-trigger.ts";
import { readWhen } from "../../domain/language/read-when.ts";
import { maxReminders, type Reminder } from "../../domain/reminder.ts";
import { Task, TaskFields, type TaskPatch } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";
import { movedTo } from "../chat/reading/move-due.ts";
import { invalid } from "../http/refused.ts";
import type { Person } from "./call.ts";

const Words = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(200, "must be at most 200 characters long");
const shape = TaskFields.shape;

export const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .describe("The same key with the same input is done once, for 7 days");

/** What may be set of a task. */
export const FieldWords = {
  description: shape.description.optional().describe("Markdown notes"),
  due: Words.nullable()
    .optional()
    .describe(
      "When it is due, in the person's words or as a local date: 'next friday 3pm', 'tomorrow', '2026-12-01', '2026-12-01T15:00' (a zone may follow: '… Europe/Berlin'). Do no date arithmetic. Of a task that has one, a time alone keeps its day and a day alone its time; a zone that is not named stays. null removes it",
    ),
  repeat: Words.nullable()
    .optional()
    .describe(
      "How it repeats, in words: 'every monday at 9', 'every! 3 days' (counted from completion); null stops it",
    ),
  reminders: z
    .array(Words)
    .max(maxReminders, `must be at most ${maxReminders} reminders`)
    .optional()
    .describe("Replaces its reminders: '30 min before', 'tomorrow at 9', 'in 20 minutes'"),
  deadline: Words.nullable()
    .optional()
    .describe("The last day for it, in words or as YYYY-MM-DD; null removes it"),
  durationMinutes: shape.durationMinutes.optional(),
  priority: shape.priority.optional().describe("1 is the highest, 4 is none"),
  project: shape.project.optional(),
  section: shape.section.optional().describe("A heading within the project"),
  tags: z.array(z.string().trim().min(1).max(100)).max(50).optional().describe("Replaces its tags"),
  assignee: shape.assignee.optional().describe("Who is to do it, a name"),
  parentId: Id.nullable().optional().describe("The task this one is a part of"),
};
const FieldsInput = z.object(FieldWords);
export type FieldsInput = z.infer<typeof FieldsInput>;

/**
 * A due of words, or of a date as ISO writes it. For a task that has one, a time alone keeps the day, and a day alone the
 * time and the zone. Refuses what is no date, naming the field.
 */
export const dueOf = (
  path: string,
  words: string,
  { clock }: Person,
  current: When | null = null,
): When => {
  const said = readWhen(words, clock);
  // A program that says 9:30 means the morning.
  if (said) return movedTo({ due: current }, { ...said, isOpen: false }, clock);
  throw invalid(path, `“${words}” is no date; say for example “friday 3pm” or “2026-12-01T15:00”`);
};

/** The instant or the offset that words such as "30 min before" mean. */
export const reminderOf = (
  path: string,
  words: string,
  due: When | null,
  { clock }: Person,
): Reminder => {
  const trigger = readTrigger(words, clock, due);
  if (trigger) return { id: newId(), trigger, channels: null };
  throw invalid(
    path,
    `“${words}” is no time to remind at; say for example “30 min before” or “tomorrow at 9”`,
  );
};

/** The patch that the words mean; `current` is the task that is changed. Fields not named are left out. */
export const patchOf = (input: FieldsInput, person: Person, current: Task | null): TaskPatch => {
  const { due, repeat, reminders, deadline, ...plain } = input;
  const fixed: TaskPatch = Object.fromEntries(
    Object.entries(plain).filter(([name, value]) => name in FieldWords && value !== undefined),
  );
  if (due !== undefined)
    fixed.due = due === null ? null : dueOf("due", due, person, current?.due ?? null);
  if (deadline !== undefined)
    fixed.deadline = deadline === null ? null : dueOf("deadline", deadline, person).at.slice(0, 10);
  const before = fixed.due === undefined ? (current?.due ?? null) : fixed.due;
  if (repeat !== undefined) Object.assign(fixed, repeated(repeat, before, person));
  const after = fixed.due ?? before;
  if (reminders !== undefined)
    fixed.reminders = reminders.map((words, n) =>
      reminderOf(`reminders.${n}`, words, after, person),
    );
  return fixed;
};

const repeated = (words: string | null, due: When | null, { clock }: Person): TaskPatch => {
  if (words === null) return { recurrence: null };
  const read = readRepeat(words, clock, due);
  if (read) return { recurrence: read.recurrence, due: read.due };
  throw invalid("repeat", `“${words}” is no repetition; say for example “every monday at 9”`);
};
