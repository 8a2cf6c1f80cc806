// The task of a row of the read model, checked once a row. Called by the reads of this folder.
import { Task } from "../../domain/task.ts";
import { createTaskMemory } from "./task-memory.ts";

/** A row as it is read: `mark` is its `xmin`, which every statement that writes a row changes, also one that repairs it in the same version. */
export type TaskRead = { doc: unknown; mark: string };

const known = createTaskMemory({ maxBytes: 32 * 1024 * 1024 });

/** The row's document as a task; shared between readers, so never to be changed. Throws a ZodError when it is none. */
export const taskOfRow = ({ doc, mark }: TaskRead): Task => {
  const { id, version } = doc as Record<string, unknown>;
  const key = `${String(version)} ${mark}`;
  const before = known.get(String(id), key);
  if (before) return before;
  const task = Task.parse(doc);
  known.keep(key, task);
  return task;
};
