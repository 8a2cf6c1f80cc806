// Whether anything is left to do of a task. A file of its own, so that the page has it without the schemas.
import type { Task } from "./task.ts";

/** Whether nothing is left to do. */
export const isOver = ({ status }: Pick<Task, "status">): boolean =>
  status === "done" || status === "cancelled";

/** Whether it is still to be done. */
export const isOpen = (task: Pick<Task, "status">): boolean => !isOver(task);
