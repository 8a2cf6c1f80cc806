// Step 3 of the trip: the rules of a task. Pure: (task, command, now) → what happens, or why not. Called by TaskActor.
import type { Command, CommandEnvelope } from "../../domain/command.ts";
import { diff, type TaskEventType } from "../../domain/event.ts";
import type { Changes } from "../../domain/event-attributes.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import { type Task, taskDefaults, type TaskPatch } from "../../domain/task.ts";

/** What a command does: the task after it and the event that says so; `event: null` when nothing changes. */
export type Decision = { task: Task; event: { type: TaskEventType; changes: Changes } | null };

/**
 * Decides a command on a task (null: there is none of that id). Everyone but the owner gets the same `not_found` as for an
 * id that does not exist. `expectedVersion` that is not the current one is `version_mismatch`; an order that makes no sense
 * in the task's state is `conflict`.
 */
export const decide = (
  task: Task | null,
  { command, origin }: Pick<CommandEnvelope, "command" | "origin">,
  now: Date,
): Result<Decision> => {
  if (command.type === "task.create") return create(task, command, origin.actorId, now);
  if (task === null || task.ownerId !== origin.actorId) return notFound;
  if (command.expectedVersion !== undefined && command.expectedVersion !== task.version) {
    const message = `the task has changed: its version is ${task.version}, not ${command.expectedVersion}`;
    return refuse("version_mismatch", message, { currentVersion: task.version });
  }
  if (
    task.deletedAt !== null &&
    command.type !== "task.restore" &&
    command.type !== "task.delete"
  ) {
    return refuse("conflict", "the task is in the trash; restore it first", {
      currentVersion: task.version,
    });
  }
  return change(task, command, now);
};

/** The refusal that tells a stranger nothing. */
export const notFound = refuse("not_found", "there is no such task");

const create = (
  task: Task | null,
  command: Extract<Command, { type: "task.create" }>,
  ownerId: string,
  now: Date,
): Result<Decision> => {
  if (task !== null)
    return task.ownerId === ownerId
      ? refuse("conflict", "a task with this id exists already")
      : notFound;
  const at = now.toISOString();
  const fields = withoutUndefined({ ...taskDefaults(now), ...withoutUndefined(command.fields) });
  const made: Task = {
    ...fields,
    id: command.taskId,
    ownerId,
    version: 1,
    createdAt: at,
    updatedAt: at,
    completedAt: fields.status === "done" ? at : null,
    deletedAt: null,
    occurrence: null,
  };
  return ok({ task: made, event: { type: "punctual.task.created.v1", changes: diff(null, made) } });
};

const change = (
  task: Task,
  command: Exclude<Command, { type: "task.create" }>,
  now: Date,
): Result<Decision> => {
  switch (command.type) {
    case "task.patch":
      return ok(apply(task, withoutUndefined(command.changes), now));
    case "task.complete":
      if (task.status === "done")
        return refuse("conflict", "the task is done already", { currentVersion: task.version });
      return ok(apply(task, { status: "done" }, now));
    case "task.reopen":
      if (isOpen(task))
        return refuse("conflict", "the task is open already", { currentVersion: task.version });
      return ok(apply(task, { status: "open" }, now));
    case "task.delete":
      return ok(apply(task, { deletedAt: task.deletedAt ?? now.toISOString() }, now));
    case "task.restore":
      return ok(apply(task, { deletedAt: null }, now));
    default:
      return refuse("invalid", "not there yet");
  }
};

/** The task with the patch on it, and what that means: a change of status is a completion or a reopening. */
const apply = (
  task: Task,
  patch: TaskPatch & { deletedAt?: string | null },
  now: Date,
): Decision => {
  const at = now.toISOString();
  const status = patch.status ?? task.status;
  const completedAt = status === "done" ? (task.completedAt ?? at) : null;
  const next: Task = { ...task, ...withoutUndefined(patch), completedAt };
  const changes = diff(task, next);
  if (Object.keys(changes).length === 0) return { task, event: null };
  return {
    task: { ...next, version: task.version + 1, updatedAt: at },
    event: { type: eventType(task, next), changes },
  };
};

const isOpen = (task: Task): boolean => task.status === "open" || task.status === "in_progress";

const eventType = (before: Task, after: Task): TaskEventType => {
  if (before.deletedAt === null && after.deletedAt !== null) return "punctual.task.deleted.v1";
  if (before.deletedAt !== null && after.deletedAt === null) return "punctual.task.restored.v1";
  if (before.status !== "done" && after.status === "done") return "punctual.task.completed.v1";
  if (!isOpen(before) && isOpen(after)) return "punctual.task.reopened.v1";
  return "punctual.task.changed.v1";
};

/** Optional zod fields may be present as `undefined`; they mean "not named". */
const withoutUndefined = <T extends object>(
  fields: T,
): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
