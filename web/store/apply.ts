// The version rules of the page's copy: newer wins, older is ignored, a deleted task stays deleted. Called by reduce.ts and frames.ts.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { State } from "./state.ts";

type Copy = Pick<State, "tasks" | "gone">;

/** A task as committed at `version`; null or one in the trash leaves the list. */
export type Change = { taskId: Id; version: number; task: Task | null };

/** The version the page has of a task, deleted ones included; 0 when it never saw it. */
export const knownVersion = ({ tasks, gone }: Copy, taskId: Id): number =>
  Math.max(tasks.get(taskId)?.version ?? 0, gone.get(taskId) ?? 0);

/**
 * The copy with changes in turn, and those of them that were news. Each holds the whole task, so a gap in the versions needs no
 * second question. However many they are, the list is copied once.
 */
export const applyChanges = <C extends Copy, A extends Change>(
  copy: C,
  changes: readonly A[],
): { copy: C; applied: A[] } => {
  const applied: A[] = [];
  let next: { tasks: Map<Id, Task>; gone: Map<Id, number> } | null = null;
  for (const change of changes) {
    const { taskId, version, task } = change;
    if (version <= knownVersion(next ?? copy, taskId)) continue;
    next ??= { tasks: new Map(copy.tasks), gone: new Map(copy.gone) };
    if (task === null || task.deletedAt !== null) {
      next.tasks.delete(taskId);
      next.gone.set(taskId, version);
    } else {
      next.tasks.set(taskId, task);
      next.gone.delete(taskId);
    }
    applied.push(change);
  }
  return { copy: next === null ? copy : { ...copy, ...next }, applied };
};

/** The copy with committed tasks. */
export const applyTasks = <C extends Copy>(copy: C, tasks: readonly Task[]): C =>
  applyChanges(
    copy,
    tasks.map((task) => ({ taskId: task.id, version: task.version, task })),
  ).copy;

/**
 * The copy after the last page of a snapshot: exactly the tasks it holds, the newest of each, except that what the page knows in
 * a newer version stays. A task missing from the snapshot is gone, or ended long ago.
 */
export const applySnapshot = <C extends Copy>(copy: C, pages: readonly (readonly Task[])[]): C => {
  const tasks = new Map<Id, Task>();
  for (const task of pages.flat()) {
    if ((copy.gone.get(task.id) ?? 0) >= task.version) continue;
    const versions = [tasks.get(task.id), copy.tasks.get(task.id), task];
    tasks.set(task.id, newest(versions) ?? task);
  }
  return { ...copy, tasks };
};

const newest = (tasks: (Task | undefined)[]): Task | undefined =>
  tasks.reduce((best, task) => ((task?.version ?? 0) > (best?.version ?? 0) ? task : best));
