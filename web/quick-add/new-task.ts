// What a read line says, what was filled in beside it and what the list it is added to gives, together. Pure; called by reader.ts.
import type { Said } from "../../domain/language/quick-add-fields.ts";
import type { TaskFields } from "../../domain/task.ts";

/**
 * What was said with what was filled in by hand and what the list gives: a field filled in wins, then one that was said; tags are put
 * together.
 */
export const withFields = (
  said: Said,
  filled: Partial<TaskFields>,
  here: Partial<TaskFields> = {},
): Said => ({
  ...said,
  due: filled.due ?? said.due ?? here.due ?? null,
  priority: filled.priority ?? said.priority,
  project: filled.project ?? said.project ?? here.project ?? null,
  assignee: filled.assignee ?? said.assignee,
  recurrence: filled.recurrence ?? said.recurrence,
  tags: [
    ...new Map(
      [...said.tags, ...(filled.tags ?? []), ...(here.tags ?? [])].map((tag) => [
        tag.toLowerCase(),
        tag,
      ]),
    ).values(),
  ],
});
