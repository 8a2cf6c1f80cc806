// What a read line makes: the fields of a new task. Pure; called by use-quick-add.ts.
import type { QuickAdd } from "../../domain/language/quick-add.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskFields } from "../../domain/task.ts";
import type { NewTask } from "../api/punctual.ts";

/** What a line says, without where it says so. */
export type Said = Omit<QuickAdd, "tokens">;

/** What was said with what was filled in by hand: a field filled in wins, tags are put together. */
export const withFields = (said: Said, filled: Partial<TaskFields>): Said => ({
  ...said,
  due: filled.due ?? said.due,
  priority: filled.priority ?? said.priority,
  project: filled.project ?? said.project,
  assignee: filled.assignee ?? said.assignee,
  recurrence: filled.recurrence ?? said.recurrence,
  tags: [
    ...new Map(
      [...said.tags, ...(filled.tags ?? [])].map((tag) => [tag.toLowerCase(), tag]),
    ).values(),
  ],
});

/** The fields of the task: those that were said, no others. */
export const newTaskOf = (said: Said, newId: () => Id): NewTask => {
  const { title, due, deadline, duration, priority, tags, project, assignee, recurrence } = said;
  const reminders = said.reminders.map((trigger) => ({ id: newId(), trigger, channels: null }));
  return {
    title,
    ...(due !== null && { due }),
    ...(recurrence !== null && { recurrence }),
    ...(deadline !== null && { deadline }),
    ...(duration !== null && { durationMinutes: duration }),
    ...(priority !== null && { priority }),
    ...(tags.length > 0 && { tags }),
    ...(project !== null && { project }),
    ...(assignee !== null && { assignee }),
    ...(reminders.length > 0 && { reminders }),
  };
};
