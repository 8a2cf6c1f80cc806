// Where in a list something is put down: under which task, behind which one. Pure; called by the dragging and the keys.
import type { Item, Row } from "./items.ts";
import type { Section } from "./sections.ts";

/** A place among siblings: the parts of `parentId`, or with null what stands in the section by itself; behind `after`, or first. */
export type Spot = { section: Section; parentId: string | null; after: string | null };

/** How deep tasks may be nested (gateway/command/check-parent.ts). */
export const deepest = 10;

/** The rows of a section without those that are moved and what hangs on them. */
export const restOf = (
  items: readonly Item[],
  key: string,
  moved: ReadonlySet<string>,
): (Row & { key: string })[] => {
  const rest: (Row & { key: string })[] = [];
  let under: number | null = null;
  for (const item of items) {
    if (item.is !== "row" || item.section.key !== key) continue;
    if (under !== null && item.depth > under) continue;
    under = moved.has(item.task.id) ? item.depth : null;
    if (under === null) rest.push(item);
  }
  return rest;
};

/** How far in a row may stand that is put before the `gap`-th of these. */
export const depthsAt = (rows: readonly Row[], gap: number): { least: number; most: number } => {
  const [before, next] = [rows[gap - 1], rows[gap]];
  return {
    least: next?.depth ?? 0,
    most: before === undefined ? 0 : Math.min(before.depth + 1, deepest),
  };
};

/** The spot before the `gap`-th of the rows, `depth` in, or as near to that as can be. `isFlat`: nothing stands under anything there. */
export const spotAt = (
  section: Section,
  rows: readonly Row[],
  { gap, depth, isFlat }: { gap: number; depth: number; isFlat: boolean },
): Spot => {
  const before = rows[gap - 1];
  if (isFlat || before === undefined)
    return { section, parentId: null, after: before?.task.id ?? null };
  const { least, most } = depthsAt(rows, gap);
  const wanted = Math.max(least, Math.min(depth, most));
  if (wanted === before.depth + 1) return { section, parentId: before.task.id, after: null };
  const sibling = rows.slice(0, gap).findLast((row) => row.depth === wanted);
  return {
    section,
    parentId: wanted === 0 ? null : (sibling?.task.parentId ?? null),
    after: sibling?.task.id ?? null,
  };
};
