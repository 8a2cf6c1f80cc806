// What a read line says and what was filled in beside it, together. Pure; called by reader.ts.
import type { Said } from "../../domain/language/quick-add-fields.ts";
import type { TaskFields } from "../../domain/task.ts";

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
