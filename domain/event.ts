// Events are past. One CloudEvent a change goes to the log of record; audit, search and replay read it.
import * as z from "zod";
import { Id, Instant } from "./ids.ts";
import { Changes } from "./changes.ts";
import { attributes } from "./event-attributes.ts";
import { Turn } from "./conversation.ts";
import { Directory } from "./directory/directory.ts";
import { NoticeEvent, ReminderEvent } from "./reminder-event.ts";
import { Day, WallClock } from "./when.ts";
import { emptied, Task } from "./task.ts";
import { User } from "./user.ts";

export const TaskEventType = z.enum([
  "punctual.task.created.v1",
  "punctual.task.changed.v1",
  "punctual.task.completed.v1",
  "punctual.task.occurrence-completed.v1",
  "punctual.task.occurrence-skipped.v1",
  "punctual.task.occurrence-reopened.v1",
  "punctual.task.reopened.v1",
  "punctual.task.deleted.v1",
  "punctual.task.restored.v1",
  "punctual.task.purged.v1",
]);
export type TaskEventType = z.infer<typeof TaskEventType>;

export const UserEventType = z.enum(["punctual.user.registered.v1", "punctual.user.changed.v1"]);
export type UserEventType = z.infer<typeof UserEventType>;

/** An occurrence that is over: its slot, the instant that was, and whether it was done or passed as skipped. */
export const PassedOccurrence = z.object({
  id: Id,
  slot: z.union([WallClock, Day]),
  instant: Instant,
  outcome: z.enum(["done", "skipped"]),
  at: Instant,
});
export type PassedOccurrence = z.infer<typeof PassedOccurrence>;

/**
 * A committed change of a task: what changed, and the whole task after it, so that a copy heals from any event. `passed`
 * are the occurrences that are over since, oldest first; `cameBack` is the slot of the one that was reopened: it and those
 * after it are not over any more.
 */
export const TaskEvent = z.object({
  ...attributes,
  type: TaskEventType,
  data: z.object({
    changes: Changes,
    task: Task,
    passed: z.array(PassedOccurrence).optional(),
    cameBack: z.union([WallClock, Day]).optional(),
  }),
});
export type TaskEvent = z.infer<typeof TaskEvent>;

/** A committed change of a person's settings. */
export const UserEvent = z.object({
  ...attributes,
  type: UserEventType,
  data: z.object({ changes: Changes, user: User }),
});
export type UserEvent = z.infer<typeof UserEvent>;

export const ChatEventType = z.enum(["punctual.chat.message.v1", "punctual.chat.answered.v1"]);
export type ChatEventType = z.infer<typeof ChatEventType>;

/** What was said to Punctual, and what it answered: subject is the turn, its correlation id that of all its changes. */
export const ChatEvent = z.object({
  ...attributes,
  type: ChatEventType,
  data: z.object({ changes: Changes, turn: Turn }),
});
export type ChatEvent = z.infer<typeof ChatEvent>;

export const DirectoryEventType = z.enum([
  "punctual.project.created.v1",
  "punctual.project.changed.v1",
  "punctual.project.deleted.v1",
  "punctual.tag.created.v1",
  "punctual.tag.changed.v1",
  "punctual.tag.deleted.v1",
  "punctual.filter.created.v1",
  "punctual.filter.changed.v1",
  "punctual.filter.deleted.v1",
]);
export type DirectoryEventType = z.infer<typeof DirectoryEventType>;

/**
 * A committed change of a project, a tag or a saved filter: subject is its record, sequence the version of the directory after it. It carries the
 * whole directory, so that a copy heals from any event.
 */
export const DirectoryEvent = z.object({
  ...attributes,
  type: DirectoryEventType,
  data: z.object({ changes: Changes, directory: Directory }),
});
export type DirectoryEvent = z.infer<typeof DirectoryEvent>;

export const Event = z.union([
  TaskEvent,
  UserEvent,
  ReminderEvent,
  NoticeEvent,
  ChatEvent,
  DirectoryEvent,
]);
export type Event = z.infer<typeof Event>;

/** Whether an event is about a reminder. */
export const isReminderEvent = (event: Event): event is ReminderEvent =>
  event.type.startsWith("punctual.reminder.");

/** Whether an event is about a digest or a summary. */
export const isNoticeEvent = (event: Event): event is NoticeEvent =>
  event.type.startsWith("punctual.notice.");

/** Whether an event is about a task (else it is about a person). */
export const isTaskEvent = (event: Event): event is TaskEvent =>
  event.type.startsWith("punctual.task.");

/** Whether an event is about a turn of the conversation. */
export const isChatEvent = (event: Event): event is ChatEvent =>
  event.type.startsWith("punctual.chat.");

/** Whether an event is about a project, a tag or a saved filter. */
export const isDirectoryEvent = (event: Event): event is DirectoryEvent =>
  "directory" in event.data;

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
  const task = Task.parse({
    ...emptyFields,
    ...base,
    ...after,
    version: event.sequence,
    updatedAt: event.time,
  });
  // Its event does not say again what is to be forgotten.
  return task.purgedAt === undefined ? task : emptied(task, task.purgedAt);
};

/** `diff` leaves out a field that is null before and after, so a fold begins with the nulls. */
const emptyFields = {
  project: null,
  section: null,
  assignee: null,
  due: null,
  deadline: null,
  durationMinutes: null,
  recurrence: null,
  parentId: null,
  occurrence: null,
};
