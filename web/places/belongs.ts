// Which tasks stand in a list, how many are open in each, and what a new task made there has from it. Pure; called by the list and the sidebar.
import { isOver } from "../../domain/is-over.ts";
import type { TaskFields } from "../../domain/task.ts";
import { groupOf } from "../store/groups.ts";
import type { VisibleTask } from "../store/visible.ts";
import type { Now } from "../time/due.ts";
import type { Place } from "./place.ts";

export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Parts of parts are asked no further up than this. */
const deepest = 20;

export type ProjectOf = (task: VisibleTask) => string | null;

/** The project of a task; a part without one of its own stands in that of the task it is a part of. */
export const projectsAmong = (tasks: readonly VisibleTask[]): ProjectOf => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return (task) => {
    let at: VisibleTask | undefined = task;
    for (let step = 0; at !== undefined && step < deepest; step += 1) {
      if (at.project !== null || at.parentId === null) return at.project;
      at = byId.get(at.parentId);
    }
    return null;
  };
};

/** `fits`: what a typed or saved filter says of a task; null while it cannot be asked. */
export type Asked = {
  now: Now;
  projectOf: ProjectOf;
  fits: ((task: VisibleTask) => boolean) | null;
};

/** Whether a task stands in a list. Done ones do, where they would if they were open. */
export const belongs = (
  task: VisibleTask,
  place: Place,
  { now, projectOf, fits }: Asked,
): boolean => {
  switch (place.is) {
    case "all":
      return true;
    case "inbox":
      return projectOf(task) === null;
    case "today":
      return ["overdue", "today"].includes(groupOf(task, now));
    case "upcoming":
      return ["today", "upcoming"].includes(groupOf(task, now));
    case "done":
      return isOver(task);
    case "project":
      return same(projectOf(task) ?? "", place.name);
    case "tag":
      return task.tags.some((tag) => same(tag, place.name));
    case "filter":
    case "saved":
      return fits?.(task) ?? false;
    case "trash":
      return false;
  }
};

/** How many tasks are open in the lists that are there for everyone. */
export type Counts = { all: number; inbox: number; today: number; overdue: number };

/** Counts open tasks; what is late counts as today's. */
export const countsOf = (tasks: readonly VisibleTask[], now: Now): Counts => {
  const counts = { all: 0, inbox: 0, today: 0, overdue: 0 };
  const projectOf = projectsAmong(tasks);
  for (const task of tasks) {
    const group = groupOf(task, now);
    if (group === "done") continue;
    counts.all += 1;
    if (projectOf(task) === null) counts.inbox += 1;
    if (group === "overdue") counts.overdue += 1;
    if (group === "overdue" || group === "today") counts.today += 1;
  }
  return counts;
};

/** What a task added in a list gets from it, unless its words say otherwise. */
export const givenBy = (place: Place, today: string): Partial<TaskFields> => {
  if (place.is === "project") return { project: place.name };
  if (place.is === "tag") return { tags: [place.name] };
  return place.is === "today" ? { due: { kind: "day", at: today } } : {};
};
