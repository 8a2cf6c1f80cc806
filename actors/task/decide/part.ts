// A part goes with the task it belongs to, and comes back with it. Pure. Called by decide.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import { isOpen } from "../../../domain/is-over.ts";
import type { Decision, TaskDoc } from "../doc.ts";
import { apply } from "./apply.ts";

type Order<T extends TaskCommand["type"]> = Extract<TaskCommand, { type: T }>;

/**
 * The task it is a part of ended. A part that is over stays as it is, but goes into the trash with the rest; one that repeats ends for good,
 * since there will be no other occasion for it.
 */
export const follow = (
  doc: TaskDoc,
  { into, partOf }: Order<"task.follow">,
  now: Date,
): Decision => {
  const { task } = doc;
  const stays = task.parentId !== partOf || task.deletedAt !== null;
  if (stays || (into !== "trash" && !isOpen(task))) return { doc, event: null, told: [] };
  return apply(doc, into === "trash" ? { deletedAt: now.toISOString() } : { status: into }, now);
};

/** The task it is a part of came back: so does what went by the same request and was not touched since. */
export const comeBack = (
  doc: TaskDoc,
  { from, endedBy }: Order<"task.return">,
  now: Date,
): Decision => {
  const { over, trash } = doc.ended;
  if (from === "trash" && trash === endedBy) return apply(doc, { deletedAt: null }, now);
  if (from === "over" && over?.by === endedBy && doc.task.deletedAt === null)
    return apply(doc, { status: over.from }, now);
  return { doc, event: null, told: [] };
};

/** With what is remembered of its end: by which request, and how the task stood before; nothing of one that is back. */
export const withEnded = (before: TaskDoc | null, doc: TaskDoc, by: string): TaskDoc => {
  const { task, ended } = doc;
  const wasOver = before !== null && !isOpen(before.task);
  const wasInTrash = before !== null && before.task.deletedAt !== null;
  const over = isOpen(task)
    ? null
    : wasOver
      ? ended.over
      : { by, from: before?.task.status ?? "open" };
  const trash = task.deletedAt === null ? null : wasInTrash ? ended.trash : by;
  return over === ended.over && trash === ended.trash ? doc : { ...doc, ended: { over, trash } };
};

/** The requests that ended the task, as an answer tells it. */
export const endedBy = ({ ended: { over, trash } }: TaskDoc) => ({ over: over?.by ?? null, trash });
