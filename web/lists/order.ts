// In which order tasks stand within a section. Pure; called by sections.ts.
import { localDueOf } from "../store/groups.ts";
import type { VisibleTask } from "../store/visible.ts";
import type { Now } from "../time/due.ts";
import type { Order } from "./arrangement.ts";

type Key = string | number;
const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

const titles = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** A day without a time comes after that day's times, and no due after all of them. */
const dueKey = ({ due }: VisibleTask, now: Now): string => {
  if (due === null) return "~";
  const { day, time } = localDueOf(due, now);
  return `${day}T${time ?? "~"}`;
};

/** Sorted by what was chosen; what is alike in that by due, priority and place. */
export const inOrder = (tasks: readonly VisibleTask[], order: Order, now: Now): VisibleTask[] => {
  const keys = new Map(tasks.map((task) => [task, dueKey(task, now)]));
  const due = (task: VisibleTask): string => keys.get(task) ?? "";
  const first: Record<Order, (a: VisibleTask, b: VisibleTask) => number> = {
    due: () => 0,
    priority: (a, b) => a.priority - b.priority,
    title: (a, b) => titles.compare(a.title, b.title),
    added: (a, b) => compare(b.createdAt, a.createdAt),
    hand: (a, b) => a.position - b.position || compare(a.id, b.id),
  };
  return tasks.toSorted(
    (a, b) =>
      first[order](a, b) ||
      compare(due(a), due(b)) ||
      a.priority - b.priority ||
      a.position - b.position ||
      compare(a.id, b.id),
  );
};

/** When a task ended, or was put away. */
export const endedAt = ({ completedAt, updatedAt }: VisibleTask): string =>
  completedAt ?? updatedAt;

/** What ended last comes first. */
export const latestFirst = (tasks: readonly VisibleTask[]): VisibleTask[] =>
  tasks.toSorted((a, b) => compare(endedAt(b), endedAt(a)) || compare(b.id, a.id));
