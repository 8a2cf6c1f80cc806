// What a parent's roll-over means for its subtasks (semantics: Recurrence). Pure. Called by decide.ts.
import type { Decision, TaskDoc } from "../doc.ts";
import { apply } from "./apply.ts";

/** The parent went on: a done subtask is open again, and remembers when it was done. */
export const reset = (doc: TaskDoc, occurrence: string, now: Date): Decision => {
  const { task } = doc;
  const isOver = task.status === "done" && task.completedAt !== null && task.deletedAt === null;
  if (!isOver || task.recurrence !== null) return { doc, event: null, told: [] };
  const opened = apply(doc, { status: "open" }, now);
  const remembered = { occurrence, completedAt: task.completedAt as string };
  return { ...opened, doc: { ...opened.doc, reset: remembered } };
};

/** The parent's occurrence came back: what its going on had opened is done again, as it was. */
export const unreset = (doc: TaskDoc, occurrence: string, now: Date): Decision => {
  if (doc.reset?.occurrence !== occurrence || doc.task.status !== "open")
    return { doc, event: null, told: [] };
  const { completedAt } = doc.reset;
  return apply({ ...doc, reset: null }, { status: "done", completedAt }, now);
};
