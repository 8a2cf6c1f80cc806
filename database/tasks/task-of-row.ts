// The task of a row of the read model, checked once a version. Called by the reads of this folder.
import { Task } from "../../domain/task.ts";

/** A version of a task never changes, so neither does what was made of it. */
const known = new Map<string, Task>();
const maxKept = 20_000;

/** The row's document as a task; shared between readers, so never to be changed. Throws a ZodError when it is none. */
export const taskOfRow = ({ doc }: { doc: unknown }): Task => {
  const key = keyOf(doc);
  const before = known.get(key);
  if (before) return before;
  const task = Task.parse(doc);
  if (known.size >= maxKept) known.clear();
  known.set(key, task);
  return task;
};

const keyOf = (doc: unknown): string => {
  const { id, version, updatedAt } = doc as Record<string, unknown>;
  return `${String(id)} ${String(version)} ${String(updatedAt)}`;
};
