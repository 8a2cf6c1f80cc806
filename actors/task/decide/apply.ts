// A task with a patch on it, and what that means for the log. Pure. Used by all rules in this folder.
import { diff, type TaskEventType } from "../../../domain/event.ts";
import { isOpen } from "../../../domain/is-over.ts";
import { isSameLabel } from "../../../domain/label-key.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { Decision, TaskDoc } from "../doc.ts";

/** What a rule may change of a task. */
export type Patch = TaskPatch & Partial<Pick<Task, "deletedAt" | "occurrence" | "completedAt">>;

/** The doc with the patch on its task. A change of status is a completion or a reopening. Reminders are settled later. */
export const apply = (doc: TaskDoc, patch: Patch, now: Date): Decision => {
  const { task } = doc;
  const at = now.toISOString();
  const status = patch.status ?? task.status;
  const completedAt = status === "done" ? (patch.completedAt ?? task.completedAt ?? at) : null;
  const next: Task = {
    ...task,
    ...withoutUndefined(patch),
    ...sectionOf(task, patch),
    completedAt,
  };
  const changes = diff(task, next);
  if (Object.keys(changes).length === 0) return { doc, event: null, told: [] };
  const changed: Task = { ...next, version: task.version + 1, updatedAt: at };
  return {
    doc: { ...doc, task: changed },
    event: { type: eventType(task, next), changes },
    told: [],
  };
};

/** A section is one of its project: in another one it means nothing. */
const sectionOf = (task: Task, { project, section }: Patch): { section?: null } =>
  project === undefined || section !== undefined || isSameLabel(project, task.project)
    ? {}
    : { section: null };

const eventType = (before: Task, after: Task): TaskEventType => {
  if (before.deletedAt === null && after.deletedAt !== null) return "punctual.task.deleted.v1";
  if (before.deletedAt !== null && after.deletedAt === null) return "punctual.task.restored.v1";
  if (before.status !== "done" && after.status === "done") return "punctual.task.completed.v1";
  if (!isOpen(before) && isOpen(after)) return "punctual.task.reopened.v1";
  return "punctual.task.changed.v1";
};

/** Optional zod fields may be present as `undefined`; they mean "not named". */
export const withoutUndefined = <T extends object>(
  fields: T,
): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
