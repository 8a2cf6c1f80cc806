// What becomes of tasks that are put elsewhere in a list: another place by hand, another section with what it stands for, under another task.
// Pure; called by views/list/use-move.ts.
import { labelKey } from "../../domain/label-key.ts";
import { isOver } from "../../domain/is-over.ts";
import type { Task, TaskPatch } from "../../domain/task.ts";
import type { Place } from "../places/place.ts";
import type { ProjectOf } from "../places/belongs.ts";
import { movedTo } from "../reschedule.ts";
import { localDueOf } from "../store/groups.ts";
import type { Tree } from "../store/tree.ts";
import type { VisibleTask } from "../store/visible.ts";
import type { Now } from "../time/due.ts";
import type { Arrangement } from "./arrangement.ts";
import { leftOf } from "./bulk.ts";
import { positionsFor } from "./positions.ts";
import { sectionFor } from "./sections.ts";
import { deepest, type Spot } from "./spot.ts";

export type MoveWorld = {
  place: Place;
  arrangement: Arrangement;
  now: Now;
  /** Parts are drawn under their tasks; null: each stands for itself. */
  tree: Tree | null;
  /** What stands in the list by itself: also a part whose task is elsewhere, done, or due in another group. */
  top: ReadonlySet<string>;
  byId: ReadonlyMap<string, VisibleTask>;
  projectOf: ProjectOf;
};

/** `byHand`: the list has to be sorted by hand from now on, or the move would not be seen. */
export type Move = { changes: Map<string, TaskPatch>; byHand: boolean };

/** `too many`: more others than this would have to be put into order for it. Sorting all of a long list anew is no small change. */
export type Moved = Move | "too many" | null;
const mostOthers = 100;

/** The day of a neighbour, where the section spans many. */
const dayNear = ({ section, after }: Spot, { byId, now }: MoveWorld): string | null => {
  const near = (after === null ? undefined : byId.get(after)) ?? section.tasks[0];
  return near?.due ? localDueOf(near.due, now).day : null;
};

/** What a task gets by standing in a section; null: it cannot be put there. */
const fieldsIn = (task: VisibleTask, spot: Spot, world: MoveWorld): TaskPatch | null => {
  const { section } = spot;
  const { key, tone, day, name, heading } = section;
  const { arrangement, now, place } = world;
  if (tone === "done") return null;
  if (sectionFor(task, arrangement.group, now).key === key) return {};
  const onDay = (to: string | null): TaskPatch | null =>
    to === null ? null : { due: movedTo(task.due, to, now.wall) };
  switch (arrangement.group) {
    case "date":
    case "day":
      if (tone === "late") return null;
      // A rule without a date is none: that is for the person to say in the task.
      if (key === "someday") return task.recurrence === null ? { due: null } : null;
      if (key === "today") return onDay(now.wall.slice(0, 10));
      return onDay(day ?? dayNear(spot, world));
    case "project":
      return key === "inbox" ? { project: null, section: null } : { project: name, section: null };
    case "priority":
      return { priority: Number(key.slice(1)) };
    case "section":
      return {
        ...(task.project === null && place.is === "project" && { project: place.name }),
        section: heading?.name ?? null,
      };
    case "none":
      return {};
  }
};

const sameName = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && labelKey(a) === labelKey(b));

/** What a task gets by becoming a part of another, or by being one no longer. */
const fieldsUnder = (task: VisibleTask, spot: Spot, world: MoveWorld): TaskPatch | null => {
  const { byId, projectOf } = world;
  const { parentId } = spot;
  if (parentId === null) {
    // It was under no other row: it is taken out of nothing.
    if (task.parentId === null || world.tree === null || world.top.has(task.id))
      return fieldsIn(task, spot, world);
    const left = byId.get(task.parentId);
    // What it had from the task it was a part of it has by itself now.
    const owns =
      left && task.project === null && projectOf(task) !== null
        ? { project: projectOf(task), section: left.section }
        : {};
    const base = { ...task, ...owns };
    const inSection = fieldsIn(base, spot, world);
    if (inSection === null) return null;
    return { ...owns, ...inSection, parentId: null };
  }
  const parent = byId.get(parentId);
  if (parent === undefined || isOver(parent)) return null;
  const isElsewhere = !sameName(projectOf(task), projectOf(parent));
  return {
    parentId,
    ...(isElsewhere && { project: parent.project, section: parent.section }),
  };
};

/** How many tasks stand over one. */
const levelsOver = (id: string | null, byId: MoveWorld["byId"]): number => {
  let levels = 0;
  for (let at = id; at !== null && levels <= deepest; at = byId.get(at)?.parentId ?? null)
    levels += 1;
  return levels;
};

/** How many levels of parts hang on a task. */
const levelsUnder = (id: string, tree: Tree | null, most = deepest): number => {
  const parts = tree?.parts.get(id) ?? [];
  if (parts.length === 0 || most === 0) return 0;
  return 1 + Math.max(...parts.map((part) => levelsUnder(part.id, tree, most - 1)));
};

const isUnderItself = (id: string, parentId: string | null, byId: MoveWorld["byId"]): boolean => {
  const seen = new Set<string>();
  for (let at = parentId; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
};

const fits = (id: string, { parentId }: Spot, { byId, tree }: MoveWorld): boolean =>
  !isUnderItself(id, parentId, byId) &&
  levelsOver(parentId, byId) + levelsUnder(id, tree) <= deepest;

const siblingsAt = ({ section, parentId }: Spot, tree: Tree | null): readonly Task[] =>
  parentId === null ? section.tasks : (tree?.parts.get(parentId) ?? []);

/** The siblings as they are to stand: the moved ones behind `after`. */
const wantedAt = (spot: Spot, moved: readonly Task[], tree: Tree | null): Task[] => {
  const ids = new Set(moved.map(({ id }) => id));
  const rest = siblingsAt(spot, tree).filter(({ id }) => !ids.has(id));
  const at = rest.findIndex(({ id }) => id === spot.after) + 1;
  return rest.toSpliced(at, 0, ...moved);
};

/** The positions that make the order, with how many others they are of. */
const positionsAt = (moved: readonly Task[], spot: Spot, tree: Tree | null) => {
  const ids = new Set(moved.map(({ id }) => id));
  const positions = positionsFor(wantedAt(spot, moved, tree), ids);
  return { positions, others: [...positions.keys()].filter((id) => !ids.has(id)).length };
};

/** What each task gets when they are put down at a spot, in this order; null: they cannot be put there. */
export const moveTo = (moved: readonly VisibleTask[], spot: Spot, world: MoveWorld): Moved => {
  const { arrangement, tree } = world;
  if (moved.length === 0 || !moved.every(({ id }) => fits(id, spot, world))) return null;
  const fields = new Map<string, TaskPatch>();
  for (const task of moved) {
    const got = fieldsUnder(task, spot, world);
    if (got === null) return null;
    fields.set(task.id, leftOf(task, got));
  }
  const isSorted = arrangement.order !== "hand" && spot.parentId === null;
  const isReorder = [...fields.values()].every((one) => Object.keys(one).length === 0);
  if (isSorted && !isReorder) return { changes: withoutEmpty(fields), byHand: false };
  const { positions, others } = positionsAt(moved, spot, tree);
  if (others > mostOthers) return "too many";
  for (const [id, position] of positions) fields.set(id, { ...fields.get(id), position });
  return { changes: withoutEmpty(fields), byHand: isSorted };
};

const withoutEmpty = (fields: ReadonlyMap<string, TaskPatch>): Map<string, TaskPatch> =>
  new Map([...fields].filter(([, one]) => Object.keys(one).length > 0));
