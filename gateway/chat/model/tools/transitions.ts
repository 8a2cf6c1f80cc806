// The tools that complete, open again, delete, restore, skip and end tasks.
import * as z from "zod";
import type { TaskCommand } from "../../../../domain/command.ts";
import type { Task } from "../../../../domain/task.ts";
import { quote } from "../../asking.ts";
import { Handles, plan, tasksOf, type Tool, tool, WrongCall } from "./tool.ts";

const Some = z.strictObject({ tasks: Handles });

/** A tool that gives each of some tasks the same order. */
const forEach = (name: string, description: string, order: (task: Task) => TaskCommand): Tool =>
  tool(name, description, Some, ({ tasks }, desk) =>
    plan(tasksOf(tasks, desk).map((task) => ({ command: order(task), times: {} }))),
  );

const occurrenceOf = ({ occurrence }: Task) =>
  occurrence === null ? {} : { occurrence: occurrence.id };

const repeating = (task: Task): Task => {
  if (task.recurrence === null) throw new WrongCall(`${quote(task.title)} does not repeat`);
  return task;
};

export const completeTasks = forEach(
  "complete_tasks",
  "Marks tasks done. One that repeats goes on to its next date.",
  (task) => ({ type: "task.complete", taskId: task.id, ...occurrenceOf(task) }),
);

export const reopenTasks = forEach(
  "reopen_tasks",
  "Opens done or cancelled tasks again.",
  ({ id }) => ({
    type: "task.reopen",
    taskId: id,
  }),
);

export const deleteTasks = forEach(
  "delete_tasks",
  "Moves tasks to the trash. Punctual asks the person before it does so: call it without asking yourself.",
  ({ id }) => ({ type: "task.delete", taskId: id }),
);

export const restoreTasks = forEach("restore_tasks", "Takes tasks out of the trash.", ({ id }) => ({
  type: "task.restore",
  taskId: id,
}));

export const skipTasks = forEach(
  "skip_tasks",
  "Lets the current date of repeating tasks pass.",
  (task) => ({ type: "task.skip", taskId: repeating(task).id, ...occurrenceOf(task) }),
);

export const stopRepeating = forEach(
  "stop_repeating",
  "Repeating tasks stay on the list, once. Punctual asks the person before it does so.",
  (task) => ({ type: "task.patch", taskId: repeating(task).id, changes: { recurrence: null } }),
);
