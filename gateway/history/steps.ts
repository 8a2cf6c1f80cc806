// What a request changed, task by task: the first value and the last of each field. Pure. Called by plan-undo.ts.
import { isDeepStrictEqual } from "node:util";
import type { TaskCommand } from "../../domain/command.ts";
import type { Changes } from "../../domain/changes.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskOccurrence } from "../../domain/task.ts";

/** One committed change of a task; `version` is the task's after it, `order` what was ordered, where that is known. */
export type Step = {
  taskId: Id;
  version: number;
  changes: Changes;
  order: TaskCommand | null;
};

/** A field before the request, and as the request left it. */
export type Held = { base: unknown; ours: unknown };

/**
 * A part of what a request did to one task. `rolled` is 1 when the task went on to its next occurrence, -1 when one came back. Such a step, and
 * one that changed the status, is a part of its own, with its `order`; all changes between two of them are one part.
 */
export type Part = {
  rolled: -1 | 0 | 1;
  order: TaskCommand | null;
  fields: Map<string, Held>;
};

/** All that a request did to one task: in parts, oldest first, and field by field from its beginning to its end. */
export type Net = { taskId: Id; created: boolean; parts: Part[]; fields: Map<string, Held> };

/** The changes of each task, the one changed last first. */
export const netOf = (steps: Step[]): Net[] => {
  const byTask = new Map<Id, Step[]>();
  for (const step of steps) byTask.set(step.taskId, [...(byTask.get(step.taskId) ?? []), step]);
  return [...byTask.values()].map(ofTask).toReversed();
};

const ofTask = (steps: Step[]): Net => {
  const inOrder = steps.toSorted((a, b) => a.version - b.version);
  const [first] = inOrder as [Step];
  const { taskId, version } = first;
  return { taskId, created: version === 1, parts: partsOf(inOrder), fields: fieldsOf(inOrder) };
};

const partsOf = (steps: Step[]): Part[] => {
  const parts: { alone: boolean; steps: [Step, ...Step[]] }[] = [];
  for (const step of steps) {
    const alone = rollOf(step) !== 0 || movesOn(step);
    const last = parts.at(-1);
    if (last?.alone === false && !alone) last.steps.push(step);
    else parts.push({ alone, steps: [step] });
  }
  return parts.map(({ alone, steps: some }) => ({
    rolled: rollOf(some[0]),
    order: alone ? some[0].order : null,
    fields: fieldsOf(some),
  }));
};

const movesOn = ({ changes }: Step): boolean => changes["status"] !== undefined;

const fieldsOf = (steps: Step[]): Map<string, Held> => {
  const fields = new Map<string, Held>();
  for (const { changes } of steps) {
    for (const [field, { before, after }] of Object.entries(changes)) {
      const known = fields.get(field);
      fields.set(field, { base: known ? known.base : (before ?? null), ours: after ?? null });
    }
  }
  for (const [field, { base, ours }] of fields) {
    if (isDeepStrictEqual(base, ours)) fields.delete(field);
  }
  return fields;
};

const rollOf = ({ changes }: Step): -1 | 0 | 1 => {
  const before = changes["occurrence"]?.before as TaskOccurrence | null | undefined;
  const after = changes["occurrence"]?.after as TaskOccurrence | null | undefined;
  if (!before || !after || before.seriesId !== after.seriesId) return 0;
  if (before.position === after.position) return 0;
  return before.position < after.position ? 1 : -1;
};
