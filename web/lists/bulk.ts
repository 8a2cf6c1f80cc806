// What becomes of each of several tasks that are changed as one. Pure; called by views/list/use-bulk.ts.
import { isOver } from "../../domain/is-over.ts";
import type { Task, TaskPatch } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";
import { equal } from "../drafts/three-way.ts";
import { movedTo } from "../reschedule.ts";

/** A task, and how many of the chosen ones it stands for: parts end with what they are a part of. */
export type Head = { task: Task; standsFor: number };

/**
 * The tasks without those that go with another one of them. `parentOf`: of any task of the page; `takesParts`: whether what becomes of a task becomes of
 * its parts too. One that leaves them comes last: should it end after all, they have ended before it.
 */
export const headsOf = (
  tasks: readonly Task[],
  parentOf: (id: string) => string | null,
  takesParts: (task: Task) => boolean = () => true,
): Head[] => {
  const chosen = new Map(tasks.map((task) => [task.id, takesParts(task)]));
  const standsFor = new Map<string, number>();
  for (const { id } of tasks) {
    const head = headOf(id, chosen, parentOf);
    standsFor.set(head, (standsFor.get(head) ?? 0) + 1);
  }
  const heads = tasks.flatMap((task) => {
    const count = standsFor.get(task.id);
    return count === undefined ? [] : [{ task, standsFor: count }];
  });
  const leaves = ({ task }: Head): boolean => !takesParts(task);
  // In a list parts stand behind what they are parts of.
  return [...heads.filter((head) => !leaves(head)), ...heads.filter(leaves).toReversed()];
};

/** The uppermost of the chosen ones that a task goes with. */
const headOf = (
  id: string,
  chosen: ReadonlyMap<string, boolean>,
  parentOf: (id: string) => string | null,
): string => {
  const seen = new Set<string>();
  let head = id;
  for (let at: string | null = id; at !== null && !seen.has(at); at = parentOf(at)) {
    seen.add(at);
    if (chosen.get(at)) head = at;
  }
  return head;
};

/** What completing means for a selection: the open ones are completed; where all are over they are opened again. */
export const ending = (tasks: readonly Task[]): { is: "complete" | "reopen"; tasks: Task[] } => {
  const open = tasks.filter((task) => !isOver(task));
  return open.length > 0
    ? { is: "complete", tasks: open }
    : { is: "reopen", tasks: tasks.filter(isOver) };
};

/** To a due that was said: a day alone leaves each its time; null takes the date off, and what repeats with it. `wall`: the person's now. */
export const dated =
  (due: When | null, wall: string) =>
  (task: Task): TaskPatch => {
    if (due === null) return { due, ...(task.recurrence !== null && { recurrence: null }) };
    return { due: due.kind === "day" ? movedTo(task.due, due.at, wall) : due };
  };

/** Into a project, or out of the one it has. A heading belongs to its project. */
export const filed =
  (project: string | null) =>
  (task: Task): TaskPatch => ({ project, ...(task.section !== null && { section: null }) });

const sameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a task has a tag, in whatever spelling. */
export const hasTag = ({ tags }: Pick<Task, "tags">, tag: string): boolean =>
  tags.some((one) => sameTag(one, tag));

/** With a tag, or without it. */
export const tagged =
  (tag: string, isOn: boolean) =>
  (task: Task): TaskPatch => {
    if (hasTag(task, tag) === isOn) return {};
    const others = task.tags.filter((one) => !sameTag(one, tag));
    return { tags: isOn ? [...others, tag] : others };
  };

/** The part of a change that is one. */
export const leftOf = (task: Task, changes: TaskPatch): TaskPatch =>
  Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => !equal(task[field as keyof Task], value)),
  );
