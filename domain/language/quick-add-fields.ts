// What a read line says, as the fields of a new task: those that were said, no others. Pure; used by the page, the chat and assistants.
import type { Id } from "../ids.ts";
import type { TaskFields } from "../task.ts";
import type { QuickAdd } from "./quick-add.ts";

/** What a line says, without where it says so. */
export type Said = Omit<QuickAdd, "tokens">;

/** Each reminder gets an id of its own. */
export const saidFields = (
  said: Said,
  newId: () => Id,
): Partial<TaskFields> & { title: string } => {
  const { title, due, deadline, duration, priority, tags, assignee, recurrence } = said;
  const { project, section } = said;
  const reminders = said.reminders.map((trigger) => ({ id: newId(), trigger, channels: null }));
  return {
    title,
    ...(due !== null && { due }),
    ...(recurrence !== null && { recurrence }),
    ...(reminders.length > 0 && { reminders }),
    ...(deadline !== null && { deadline }),
    ...(duration !== null && { durationMinutes: duration }),
    ...(priority !== null && { priority }),
    ...(tags.length > 0 && { tags }),
    ...(project !== null && { project, ...(section !== undefined && { section }) }),
    ...(assignee !== null && { assignee }),
  };
};
