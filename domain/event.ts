// Events are past. One CloudEvent a change goes to the log of record; audit, search and replay read it.
import * as z from "zod";
import { Origin, Source } from "./command.ts";
import { Id, Instant } from "./ids.ts";
import { Task } from "./task.ts";
import { User } from "./user.ts";

/** Before and after of each changed field. */
export const Changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));
export type Changes = z.infer<typeof Changes>;

export const TaskEventType = z.enum([
  "punctual.task.created.v1",
  "punctual.task.changed.v1",
  "punctual.task.completed.v1",
  "punctual.task.reopened.v1",
  "punctual.task.deleted.v1",
  "punctual.task.restored.v1",
]);
export type TaskEventType = z.infer<typeof TaskEventType>;

export const UserEventType = z.enum(["punctual.user.registered.v1", "punctual.user.changed.v1"]);
export type UserEventType = z.infer<typeof UserEventType>;

/**
 * CloudEvents 1.0 attributes (§3) and our extension attributes, which the specification wants in lower case.
 * `subject` is the id of the task or user; `sequence` its version after the change.
 */
const attributes = {
  specversion: z.literal("1.0"),
  id: Id,
  source: z.string(),
  subject: Id,
  time: Instant,
  datacontenttype: z.literal("application/json"),
  sequence: z.int().min(1),
  ownerid: Id,
  actorid: Id,
  origin: Source,
  device: z.string().optional(),
  commandid: Id,
  correlationid: Id,
  causationid: Id,
  traceparent: z.string().optional(),
};

/** A committed change of a task: what changed, and the whole task after it, so that a copy heals from any event. */
export const TaskEvent = z.object({
  ...attributes,
  type: TaskEventType,
  data: z.object({ changes: Changes, task: Task }),
});
export type TaskEvent = z.infer<typeof TaskEvent>;

/** A committed change of a person's settings. */
export const UserEvent = z.object({
  ...attributes,
  type: UserEventType,
  data: z.object({ changes: Changes, user: User }),
});
export type UserEvent = z.infer<typeof UserEvent>;

export const Event = z.union([TaskEvent, UserEvent]);
export type Event = z.infer<typeof Event>;

/** Whether an event is about a task (else it is about a person). */
export const isTaskEvent = (event: Event): event is TaskEvent =>
  event.type.startsWith("punctual.task.");

/** The attributes an event takes from its command's origin. */
export const originAttributes = (origin: Origin) => ({
  specversion: "1.0" as const,
  datacontenttype: "application/json" as const,
  actorid: origin.actorId,
  origin: origin.source,
  commandid: origin.commandId,
  correlationid: origin.correlationId,
  causationid: origin.causationId,
  ...(origin.device === null ? {} : { device: origin.device }),
  ...(origin.traceparent === null ? {} : { traceparent: origin.traceparent }),
});

/** Field by field, what differs between two snapshots (bookkeeping fields left out). */
export const diff = (
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
): Changes => {
  const changes: Changes = {};
  for (const [field, value] of Object.entries(after)) {
    const old = before?.[field] ?? null;
    if (bookkeeping.has(field) || JSON.stringify(old) === JSON.stringify(value)) continue;
    changes[field] = { before: old, after: value };
  }
  return changes;
};

const bookkeeping = new Set(["id", "ownerId", "version", "createdAt", "updatedAt"]);

/** What of an event a fold needs: also the audit log has that. */
export type FoldedEvent = Pick<TaskEvent, "subject" | "ownerid" | "time" | "sequence"> & {
  data: Pick<TaskEvent["data"], "changes">;
};

/**
 * The task after an event, given the task before it: the fold that makes the log the whole truth.
 * `task` in the event is the shortcut; this is the proof (a property test holds the two equal).
 */
export const fold = (before: Task | null, event: FoldedEvent): Task => {
  const after = Object.fromEntries(
    Object.entries(event.data.changes).map(([field, change]) => [field, change.after]),
  );
  const base = before ?? {
    id: event.subject,
    ownerId: event.ownerid,
    createdAt: event.time,
    completedAt: null,
    deletedAt: null,
  };
  return Task.parse({
    ...emptyFields,
    ...base,
    ...after,
    version: event.sequence,
    updatedAt: event.time,
  });
};

/** `diff` leaves out a field that is null before and after, so a fold begins with the nulls. */
const emptyFields = { project: null, due: null, deadline: null, durationMinutes: null };
