// The next spot in a direction, for who moves tasks by keys. Pure; called by views/list/use-move.ts.
import type { Item } from "./items.ts";
import type { Section } from "./sections.ts";
import { restOf, type Spot, spotAt } from "./spot.ts";

export type Direction = "up" | "down" | "in" | "out";

type Options = { ids: ReadonlySet<string>; isFlat: boolean };

const isMovable = ({ tone }: Section): boolean => tone !== "done";

/** The sections of a list, in their order. */
const sectionsAmong = (items: readonly Item[]): Section[] => [
  ...new Map(items.map(({ section }) => [section.key, section])).values(),
];

/** The section after or before one. */
const nextTo = (items: readonly Item[], section: Section, by: 1 | -1): Section | undefined => {
  const all = sectionsAmong(items).filter(isMovable);
  return all[all.findIndex(({ key }) => key === section.key) + by];
};

/**
 * Where tasks go by one step: past a sibling, from the edge of a section into the next one, under the task before, or out beside the one they are under.
 * `ids` begin with the row `first`. Null: there is no such step.
 */
export const stepSpot = (
  items: readonly Item[],
  first: string,
  direction: Direction,
  { ids, isFlat }: Options,
): Spot | null => {
  const at = items.findIndex((item) => item.is === "row" && item.task.id === first);
  const item = items[at];
  if (item?.is !== "row") return null;
  const { section, depth, task } = item;
  const rows = restOf(items, section.key, ids);
  const before = items
    .slice(0, at)
    .filter((one) => one.is === "row" && one.section.key === section.key);
  const gap = rows.filter((row) => before.some((one) => one.key === row.key)).length;
  if (direction === "in") {
    const above = rows[gap - 1];
    if (isFlat || above === undefined || above.depth < depth) return null;
    const spot = spotAt(section, rows, { gap, depth: depth + 1, isFlat });
    return spot.parentId === task.parentId ? null : spot;
  }
  if (direction === "out") {
    if (isFlat || depth === 0 || task.parentId === null) return null;
    const parent = rows.find((row) => row.task.id === task.parentId);
    if (parent === undefined) return null;
    return {
      section,
      parentId: parent.depth === 0 ? null : parent.task.parentId,
      after: parent.task.id,
    };
  }
  const parentId = depth === 0 ? null : task.parentId;
  const siblings = rows.filter(
    (row) => row.depth === depth && (depth === 0 || row.task.parentId === parentId),
  );
  const place = rows.slice(0, gap).filter((row) => siblings.includes(row)).length;
  const to = direction === "up" ? place - 1 : place + 1;
  if (to >= 0 && to <= siblings.length)
    return { section, parentId, after: siblings[to - 1]?.task.id ?? null };
  if (depth > 0) return null;
  const next = nextTo(items, section, direction === "up" ? -1 : 1);
  if (next === undefined) return null;
  const last = direction === "up" ? (next.tasks.at(-1)?.id ?? null) : null;
  return { section: next, parentId: null, after: last };
};
