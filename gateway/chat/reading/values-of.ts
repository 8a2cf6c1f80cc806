// What labels and dates alone make of a task that is there. Called by the follow-up and frame readers.
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import type { WhenSaid } from "../../../domain/language/read-when.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import type { Scene } from "../scene.ts";
import { movedTo } from "./move-due.ts";

/** The changes that the values of a line mean for the task; null when there are none, or a reminder is among them. */
export const valuesOf = (read: QuickAdd, task: Task, scene: Scene): TaskPatch | null => {
  const { due, recurrence, deadline, duration, priority, tags, project, assignee } = read;
  if (read.reminders.length > 0) return null;
  const changes: TaskPatch = {
    ...(due && {
      due: recurrence ? due : movedTo(task, saidIn(read, due, scene), scene.clock),
    }),
    ...(recurrence && { recurrence }),
    ...(deadline !== null && { deadline }),
    ...(duration !== null && { durationMinutes: duration }),
    ...(priority !== null && { priority }),
    ...(tags.length > 0 && { tags: [...new Set([...task.tags, ...tags])] }),
    ...(project !== null && { project }),
    ...(assignee !== null && { assignee }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
};

/** "at 11" keeps the day of the task. */
const saidIn = ({ tokens }: QuickAdd, due: When, { when }: Scene): WhenSaid => {
  const words = tokens.flatMap(({ kind, text }) => (kind === "due" ? [text] : [])).join(" ");
  return { hasDay: true, ...when(words), due };
};
