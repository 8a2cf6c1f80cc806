// Which tasks stand under which. Pure; called by the list view.
import type { Id } from "../../domain/ids.ts";
import type { Now } from "../time/due.ts";
import { groupOf } from "./groups.ts";
import type { VisibleTask } from "./visible.ts";

/** `top` stand in the list by themselves, `parts` under their parent, in their order. `progress` counts all parts of a task. */
export type Tree = {
  top: VisibleTask[];
  parts: ReadonlyMap<Id, VisibleTask[]>;
  progress: ReadonlyMap<Id, { done: number; of: number }>;
};

const isOver = ({ status }: VisibleTask): boolean => status === "done" || status === "cancelled";

/**
 * A part stands under its parent unless it has a place of its own in the list: a due in another group, or a parent that
 * is done before it. So nothing that is due today hides under something that is not.
 */
const standsUnder = (
  part: VisibleTask,
  parent: VisibleTask,
  { now, byDate }: { now: Now; byDate: boolean },
): boolean => {
  if (isOver(part)) return true;
  if (isOver(parent)) return false;
  return !byDate || part.due === null || groupOf(part, now) === groupOf(parent, now);
};

/** The tasks as a tree. `byDate`: the list is in groups of dates. */
export const treeOf = (tasks: readonly VisibleTask[], now: Now, byDate = true): Tree => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const top: VisibleTask[] = [];
  const parts = new Map<Id, VisibleTask[]>();
  const progress = new Map<Id, { done: number; of: number }>();
  for (const task of tasks) {
    const parent = task.parentId === null ? undefined : byId.get(task.parentId);
    if (parent === undefined || inCircle(task, byId)) {
      top.push(task);
      continue;
    }
    const { done, of } = progress.get(parent.id) ?? { done: 0, of: 0 };
    progress.set(parent.id, { done: done + (isOver(task) ? 1 : 0), of: of + 1 });
    if (standsUnder(task, parent, { now, byDate }))
      parts.set(parent.id, [...(parts.get(parent.id) ?? []), task]);
    else top.push(task);
  }
  for (const some of parts.values()) some.sort(inOrder);
  return { top, parts, progress };
};

/** A task and all that stands under it, each after its parent, with how far in it stands. */
export const branchOf = (
  tree: Tree,
  task: VisibleTask,
  depth = 0,
): { task: VisibleTask; depth: number }[] => [
  { task, depth },
  ...(tree.parts.get(task.id) ?? []).flatMap((part) => branchOf(tree, part, depth + 1)),
];

const inOrder = (a: VisibleTask, b: VisibleTask): number =>
  Number(isOver(a)) - Number(isOver(b)) || a.position - b.position || (a.id < b.id ? -1 : 1);

/** The server lets no task be a part of itself; two wishes that cross must not hide both tasks. */
const inCircle = (task: VisibleTask, byId: ReadonlyMap<Id, VisibleTask>): boolean => {
  const seen = new Set<Id>();
  for (let at: VisibleTask | undefined = task; at?.parentId; at = byId.get(at.parentId)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
};
