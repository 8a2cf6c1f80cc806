// Which tasks a list shows. REST, chat and the read model speak of it; database/tasks/list-tasks.ts applies it.
import * as z from "zod";
import { Id } from "./ids.ts";
import { Priority, Tag, TaskStatus } from "./task.ts";
import { Day } from "./when.ts";

/**
 * All named conditions must hold. `project` and `tag` match whole names whatever their case; `dueBefore` and `dueAfter`
 * leave out the day they name and tasks without a due; `text` wants every word of it at the start of a word of title,
 * description, project or tags; `parentId` wants the subtasks of one task. `deleted: true` shows only the trash, otherwise the trash is left out.
 */
export const TaskFilter = z.strictObject({
  status: z.array(TaskStatus).min(1).optional(),
  project: z.string().trim().min(1).max(100).optional(),
  tag: Tag.optional(),
  priority: Priority.optional(),
  dueBefore: Day.optional(),
  dueAfter: Day.optional(),
  text: z.string().trim().min(1).max(200).optional(),
  parentId: Id.optional(),
  deleted: z.boolean().optional(),
});
export type TaskFilter = z.infer<typeof TaskFilter>;
