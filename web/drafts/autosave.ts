// Which of what was typed can be saved by itself, and when. Pure; called by views/panel/use-saving.ts.
import type { Task } from "../../domain/task.ts";
import { draftOf } from "./draft.ts";
import { asksScope, byField, fieldNames, type FieldName, fromFields, sameField } from "./edit.ts";
import type { TaskEdit } from "./names.ts";
import { conflicts, isEmpty, shown, unsaved } from "./three-way.ts";
import { wrongWith } from "./wrong.ts";

/** How the typed fields of a task stand: `ready` can be saved, the others wait for the person. */
export type Typed = {
  /** All that differ from the task. */
  fields: FieldName[];
  ready: FieldName[];
  collided: FieldName[];
  /** What is wrong with those that cannot be saved as they stand, by what the form or the server says. */
  wrong: Partial<Record<FieldName, string>>;
  /** A date of a series was moved, and what is meant has not been said. */
  asksScope: boolean;
};

const nothing: Typed = { fields: [], ready: [], collided: [], wrong: {}, asksScope: false };

/** Sorts what was typed into a task as it is shown. */
export const typedOf = (edit: TaskEdit, task: Task): Typed => {
  if (isEmpty(edit)) return nothing;
  const now = byField(draftOf(task));
  const draft = fromFields(shown(edit, now));
  const fields = unsaved(edit, now, sameField) as FieldName[];
  const collided = conflicts(edit, now, sameField) as FieldName[];
  const wrong: Typed["wrong"] = {};
  for (const field of fields) {
    const why = wrongWith(field, draft) ?? edit.refused?.[field];
    if (why !== undefined && !collided.includes(field)) wrong[field] = why;
  }
  const asks = asksScope(task, fields);
  const ready = fields.filter(
    (field) => !collided.includes(field) && !(field in wrong) && !(asks && field === "due"),
  );
  return { fields, ready, collided, wrong, asksScope: asks };
};

/** What is typed letter by letter or put together in steps, with how long it must be calm, ms. The others are saved when they are left. */
const calmMs: Partial<Record<FieldName, number>> = {
  title: 1_500,
  description: 2_500,
  recurrence: 1_500,
  onMissed: 800,
};

/** The fields that are saved when they are left, not before: half a project's name is another project. */
export const savedWhenLeft: FieldName[] = fieldNames.filter((field) => !(field in calmMs));

/** A text is no more than one change in so long, ms: each is an entry of the history. */
const textGapMs = 30_000;

/**
 * How long to wait with saving what has just been typed, ms; null: until it is left. `sinceSaved` is how long ago the field was saved while one
 * is at it.
 */
export const calmFor = (fields: readonly FieldName[], sinceSavedMs: number): number | null => {
  const pauses = fields.flatMap((field) => calmMs[field] ?? []);
  if (pauses.length === 0) return null;
  const isText = fields.includes("description") || fields.includes("title");
  const gap = isText ? textGapMs - sinceSavedMs : 0;
  return Math.max(...pauses, gap);
};
