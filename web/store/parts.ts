// The parts of one task, in the order they are done in. Pure; called by views/panel/parts.tsx.
import type { Id } from "../../domain/ids.ts";
import { isOver } from "../../domain/is-over.ts";
import type { VisibleTask } from "./visible.ts";

/** What stands right under a task: open ones first, each in its place. */
export const partsOf = (tasks: readonly VisibleTask[], id: Id): VisibleTask[] =>
  tasks
    .filter(({ parentId }) => parentId === id)
    .toSorted(
      (a, b) =>
        Number(isOver(a)) - Number(isOver(b)) || a.position - b.position || (a.id < b.id ? -1 : 1),
    );
