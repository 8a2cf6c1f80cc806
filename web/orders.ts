// What can be ordered of a task, as what is sent and what is shown until it has its answer. Pure; called by wishes.ts and together.ts.
import type { Scope } from "../domain/command.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import type { Completion } from "./api/punctual.ts";
import { baseOf } from "./offline/outbox/bases.ts";
import type { Entry } from "./offline/outbox/entry.ts";
import { listWords } from "./words/list.ts";

/** An order before it has its ticket. */
export type Given = Omit<Entry, "v" | "ticket">;

/** `waiting`: what is in the outbox before it. */
export const patchOrder = (
  task: Task,
  changes: TaskPatch,
  waiting: readonly Entry[],
  {
    scope,
    sayUnless = listWords.unless.changed,
  }: { scope?: Scope; sayUnless?: (title: string) => string } = {},
): Given => ({
  taskId: task.id,
  order: { kind: "patch", base: baseOf(task, waiting), changes, ...(scope && { scope }) },
  wish: { kind: "patch", changes },
  unless: sayUnless(task.title),
});

/** Whether it goes on to its next date instead of ending. */
export const goesOn = ({ recurrence }: Task, { forever }: Completion = {}): boolean =>
  recurrence !== null && forever !== true;

/** The date meant is named, so that two clicks are one. */
export const completeOrder = (task: Task, given: Completion = {}): Given => {
  const { forever, occurrence } = given;
  const meant = occurrence ?? (goesOn(task, given) ? task.occurrence?.id : undefined);
  return {
    taskId: task.id,
    order: {
      kind: "complete",
      what: { ...(meant && { occurrence: meant }), ...(forever && { forever }) },
    },
    wish: { kind: "patch", changes: goesOn(task, given) ? {} : { status: "done" } },
    unless: listWords.unless.completed(task.title),
  };
};

export const reopenOrder = (task: Task): Given => ({
  taskId: task.id,
  order: { kind: "reopen" },
  wish: { kind: "patch", changes: { status: "open" } },
  unless: listWords.unless.reopened(task.title),
});

export const removeOrder = (task: Task): Given => ({
  taskId: task.id,
  order: { kind: "remove" },
  wish: { kind: "trash" },
  unless: listWords.unless.removed(task.title),
});
