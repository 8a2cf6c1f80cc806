// An order that sets fields of the tasks meant. Used by the rules of fields.
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { Order } from "../act.ts";

/** Sets what `changes` says of each task. */
export const patch = (phrase: Order["phrase"], changes: (task: Task) => TaskPatch): Order => ({
  phrase,
  commandsFor: (task) => [{ type: "task.patch", taskId: task.id, changes: changes(task) }],
});

/** Whether two names differ in case only. */
export const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
