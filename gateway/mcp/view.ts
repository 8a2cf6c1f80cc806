// A task as an assistant sees it: compact, its dates and rules in words. Used by the tools.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";
import { sayTrigger } from "../../domain/language/say-trigger.ts";
import { Reminder } from "../../domain/reminder.ts";
import { type Task, TaskStatus } from "../../domain/task.ts";
import { When } from "../../domain/when.ts";
import { quote } from "../chat/asking.ts";
import { detailsOf, sayRecurrence } from "../chat/details.ts";
import type { Person } from "./call.ts";

export const TaskView = z.object({
  id: Id,
  title: z.string(),
  status: TaskStatus,
  due: When.nullable(),
  dueInWords: z.string().nullable(),
  repeats: z.string().nullable(),
  deadline: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  priority: z.number().describe("1 is the highest, 4 is none"),
  project: z.string().nullable(),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  assignee: z.string().nullable(),
  description: z.string(),
  reminders: z.array(z.object({ id: Reminder.shape.id, when: z.string() })),
  occurrence: Id.nullable().describe(
    "Of a repeating task: the date it is at; name it to complete or skip that date",
  ),
  parentId: Id.nullable(),
  version: z.number(),
  inTrash: z.boolean(),
});
export type TaskView = z.infer<typeof TaskView>;

export const viewOf = (task: Task, { speaker }: Person): TaskView => ({
  id: task.id,
  title: task.title,
  status: task.status,
  due: task.due,
  dueInWords: task.due && speaker.say(task.due),
  repeats: task.recurrence && sayRecurrence(task.recurrence, speaker, task.due),
  deadline: task.deadline,
  durationMinutes: task.durationMinutes,
  priority: task.priority,
  project: task.project,
  section: task.section,
  tags: task.tags,
  assignee: task.assignee,
  description: task.description,
  reminders: task.reminders.map(({ id, trigger }) => ({ id, when: sayTrigger(trigger, speaker) })),
  occurrence: task.occurrence?.id ?? null,
  parentId: task.parentId,
  version: task.version,
  inTrash: task.deletedAt !== null,
});

/** “Pay rent”: tomorrow 9:00, #home (id …) */
export const lineOf = (task: Task, { speaker }: Person): string => {
  const details = detailsOf(task, speaker);
  const state =
    task.deletedAt !== null ? " [in the trash]" : task.status === "open" ? "" : ` [${task.status}]`;
  return `${quote(task.title)}${details === "" ? "" : `: ${details}`}${state} (id ${task.id})`;
};
