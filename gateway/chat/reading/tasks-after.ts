// The tasks as they will be when some commands have been carried out: what a later part of a message speaks of. Called by several.ts.
import { type Command, isTaskCommand, type TaskCommand } from "../../../domain/command.ts";
import type { Id } from "../../../domain/ids.ts";
import type { Task } from "../../../domain/task.ts";
import { type Scene, whole } from "../scene.ts";

/** All tasks after the commands, and those they touch in turn. A guess for reading only: the actors decide. */
export const tasksAfter = (commands: Command[], scene: Scene): { tasks: Task[]; touched: Id[] } => {
  const byId = new Map([...scene.alive, ...scene.trash].map((task) => [task.id, task]));
  const orders = commands.filter(isTaskCommand);
  for (const command of orders) {
    const task = after(command, byId.get(command.taskId), scene);
    if (task) byId.set(task.id, task);
  }
  return { tasks: [...byId.values()], touched: [...new Set(orders.map(subjectOf))] };
};

/** What "it" means after an order: of a new part the task it is a part of. */
const subjectOf = (command: TaskCommand): Id =>
  command.type === "task.create" ? (command.fields.parentId ?? command.taskId) : command.taskId;

const after = (command: TaskCommand, task: Task | undefined, { clock }: Scene): Task | null => {
  const now = clock.instant.toString({ smallestUnit: "millisecond" });
  if (command.type === "task.create")
    return {
      ...whole({ id: command.taskId, status: "open", title: command.fields.title }),
      ...named(command.fields),
      createdAt: now,
      updatedAt: now,
    };
  if (!task) return null;
  switch (command.type) {
    case "task.patch":
      return { ...task, ...named(command.changes) };
    case "task.complete":
      return task.recurrence !== null && command.forever !== true
        ? task
        : { ...task, status: "done", completedAt: now };
    case "task.reopen":
      return { ...task, status: "open", completedAt: null };
    case "task.delete":
      return { ...task, deletedAt: now };
    case "task.restore":
      return { ...task, deletedAt: null };
    default:
      return task;
  }
};

/** The fields that are named: a missing one stays as it is. */
const named = <T extends object>(fields: T) => {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [K in keyof T]-?: Exclude<T[K], undefined> };
};
