// How the list is divided and sorted. Pure; called by the list view.
import type { When } from "../../domain/when.ts";
import { isOverdue, type LocalDue, localDue, type Now } from "../time/due.ts";
import type { VisibleTask } from "./visible.ts";

export const groupNames = ["overdue", "today", "upcoming", "someday", "done"] as const;
export type GroupName = (typeof groupNames)[number];

/** Which tasks to show: those of one project or one tag, or all. */
export type Focus = { project: string } | { tag: string } | null;

/** Converting a fixed due takes 0.03 ms, and a long list is grouped again with each change of it. */
const known = new WeakMap<When, { zone: string; clock: number | undefined; local: LocalDue }>();

/** A due in the person's zone, remembered with the due. */
export const localDueOf = (due: When, { zone, clock }: Now): LocalDue => {
  const before = known.get(due);
  if (before?.zone === zone && before.clock === clock) return before.local;
  const local = localDue(due, zone);
  known.set(due, { zone, clock, local });
  return local;
};

/** The group a task belongs to. Late today counts as overdue; done and cancelled ones are out of the way. */
export const groupOf = (task: VisibleTask, now: Now): GroupName => {
  if (task.status === "done" || task.status === "cancelled") return "done";
  if (task.due === null) return "someday";
  const due = localDueOf(task.due, now);
  if (isOverdue(due, now)) return "overdue";
  return due.day === now.wall.slice(0, 10) ? "today" : "upcoming";
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const inFocus = (task: VisibleTask, focus: Focus): boolean => {
  if (focus === null) return true;
  if ("project" in focus) return task.project !== null && same(task.project, focus.project);
  return task.tags.some((tag) => same(tag, focus.tag));
};

/** The tasks in focus by group: by due, then priority, then position; done ones latest first. */
export const groupTasks = (
  tasks: readonly VisibleTask[],
  now: Now,
  focus: Focus = null,
): Record<GroupName, VisibleTask[]> => {
  const groups: Record<GroupName, VisibleTask[]> = {
    overdue: [],
    today: [],
    upcoming: [],
    someday: [],
    done: [],
  };
  for (const task of tasks) if (inFocus(task, focus)) groups[groupOf(task, now)].push(task);
  for (const name of groupNames)
    groups[name] =
      name === "done" ? groups[name].toSorted(latestFirst) : inOrder(groups[name], now);
  return groups;
};

/** A day without a time comes after that day's times. */
const dueKey = (task: VisibleTask, now: Now): string => {
  if (task.due === null) return "~";
  const { day, time } = localDueOf(task.due, now);
  return `${day}T${time ?? "~"}`;
};

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (tasks: VisibleTask[], now: Now): VisibleTask[] => {
  const keys = new Map(tasks.map((task) => [task, dueKey(task, now)]));
  const keyOf = (task: VisibleTask): string => keys.get(task) ?? "";
  return tasks.toSorted(
    (a, b) =>
      compare(keyOf(a), keyOf(b)) ||
      compare(a.priority, b.priority) ||
      compare(a.position, b.position) ||
      compare(a.id, b.id),
  );
};

const latestFirst = (a: VisibleTask, b: VisibleTask): number =>
  compare(b.completedAt ?? b.updatedAt, a.completedAt ?? a.updatedAt) || compare(b.id, a.id);
