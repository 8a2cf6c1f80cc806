// The version rules of the page's copy: newer wins, older is ignored, a deleted task stays deleted. Called by reduce.ts.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { State } from "./state.ts";

type Copy = Pick<State, "tasks" | "gone">;

/** The version the page has of a task, deleted ones included; 0 when it never saw it. */
export const knownVersion = ({ tasks, gone }: Copy, taskId: Id): number =>
  Math.max(tasks.get(taskId)?.version ?? 0, gone.get(taskId) ?? 0);

/**
 * The copy with a task as committed at `version`; null or one in the trash leaves the list. Each message holds the whole
 * task, so a gap in the versions needs no second question.
 */
export const applyVersion = <C extends Copy>(
  copy: C,
  taskId: Id,
  version: number,
  task: Task | null,
): C => {
  if (version <= knownVersion(copy, taskId)) return copy;
  const tasks = new Map(copy.tasks);
  const gone = new Map(copy.gone);
  if (task === null || task.deletedAt !== null) {
    tasks.delete(taskId);
    gone.set(taskId, version);
  } else {
    tasks.set(taskId, task);
    gone.delete(taskId);
  }
  return { ...copy, tasks, gone };
};

/** `applyVersion` for each committed task. */
export const applyTasks = <C extends Copy>(copy: C, tasks: readonly Task[]): C =>
  tasks.reduce((so, task) => applyVersion(so, task.id, task.version, task), copy);

/**
 * The copy after the last page of a snapshot: exactly the tasks it holds, except that what the page knows in a newer
 * version stays. A task missing from the snapshot is gone.
 */
export const applySnapshot = <C extends Copy>(copy: C, snapshot: ReadonlyMap<Id, Task>): C => {
  const tasks = new Map<Id, Task>();
  for (const task of snapshot.values()) {
    const mine = copy.tasks.get(task.id);
    if ((copy.gone.get(task.id) ?? 0) >= task.version) continue;
    tasks.set(task.id, mine && mine.version > task.version ? mine : task);
  }
  return { ...copy, tasks };
};
