// What a task is. The actor owns it, the read model copies it, devices show it: all parse this one schema.
import * as z from "zod";
import { Id, Instant } from "./ids.ts";
import { labelKey } from "./label-key.ts";
import { Label } from "./label.ts";
import { Recurrence } from "./recurrence/recurrence.ts";
import { Reminders } from "./reminder.ts";
import { Day, WallClock, When, Zone } from "./when.ts";

export const TaskStatus = z.enum(["open", "in_progress", "done", "cancelled"], {
  error: "must be open, in_progress, done or cancelled",
});
export type TaskStatus = z.infer<typeof TaskStatus>;

/** 1 is the highest, 4 means none. */
export const Priority = z.int().min(1).max(4);
export type Priority = z.infer<typeof Priority>;

/** A title as it is stored: trimmed, 1–500 characters. */
export const Title = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(500, "must be at most 500 characters long");

/** A tag as typed. Two tags that differ only in case are the same tag. */
export const Tag = Label("a tag");

const Tags = z
  .array(Tag)
  .max(50, "must be at most 50 tags")
  .transform((tags) => [...new Map(tags.map((tag) => [labelKey(tag), tag])).values()]);

export const OnMissed = z.enum(["keep", "skip"], { error: "must be keep or skip" });
export type OnMissed = z.infer<typeof OnMissed>;

/**
 * Which date of its series a recurring task is at. `id` is made of the series and the slot, so it is the same whoever
 * computes it. `slot` is the date the rule gave (the due may have been moved since), `position` its place in the series,
 * 1 = first; `start` the slot the rule's rhythm counts from; `zone` that of a fixed series (null: the owner's).
 */
export const TaskOccurrence = z.object({
  id: Id,
  seriesId: Id,
  start: z.union([WallClock, Day]),
  slot: z.union([WallClock, Day]),
  position: z.int().min(1),
  zone: Zone.nullable(),
});
export type TaskOccurrence = z.infer<typeof TaskOccurrence>;

/** The fields a person may set, with what each may hold. */
export const TaskFields = z.strictObject({
  title: Title,
  /** Markdown. */
  description: z.string().max(16_384, "must be at most 16384 characters long"),
  status: TaskStatus,
  priority: Priority,
  tags: Tags,
  project: Label("a project").nullable(),
  /** A heading within the project; none without a project. Another project clears it, unless one is named with it. */
  section: Label("a section").nullable(),
  /** Who is to do it: a name as the owner says it. */
  assignee: Label("an assignee").nullable(),
  due: When.nullable(),
  /** Never recurs. */
  deadline: Day.nullable(),
  durationMinutes: z
    .int()
    .min(1)
    .max(60 * 24 * 365)
    .nullable(),
  reminders: Reminders,
  recurrence: Recurrence.nullable(),
  /** What becomes of an occurrence nobody did: it stays, or passes as skipped when the next one is due. */
  onMissed: OnMissed,
  /** The task this one is a part of. */
  parentId: Id.nullable(),
  /** Sort key among siblings, ascending. */
  position: z.number(),
});
export type TaskFields = z.infer<typeof TaskFields>;

/** A change of some fields; those not named stay. */
export const TaskPatch = TaskFields.partial();
export type TaskPatch = z.infer<typeof TaskPatch>;

/**
 * A task as committed. `version` counts its changes from 1; `deletedAt` set means it is in the trash; `occurrence` is null
 * unless it recurs. The defaults read tasks that were stored before those fields existed.
 */
export const Task = z.object({
  ...TaskFields.shape,
  section: TaskFields.shape.section.default(null),
  assignee: TaskFields.shape.assignee.default(null),
  reminders: TaskFields.shape.reminders.default([]),
  recurrence: TaskFields.shape.recurrence.default(null),
  onMissed: TaskFields.shape.onMissed.default("keep"),
  parentId: TaskFields.shape.parentId.default(null),
  occurrence: TaskOccurrence.nullable().default(null),
  id: Id,
  ownerId: Id,
  version: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  completedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
  /** Deleted for good since then: what is left is that there was a task (`emptied`). No reader is shown such a one. */
  purgedAt: Instant.optional(),
});
export type Task = z.infer<typeof Task>;

/** What is left of a task that is deleted for good: whose it was, when it was made, and that it is gone. No word of it. */
export const emptied = (
  { id, ownerId, version, createdAt, deletedAt }: Task,
  at: Instant,
): Task => ({
  ...taskDefaults(new Date(createdAt)),
  title: "Deleted for good",
  occurrence: null,
  id,
  ownerId,
  version,
  createdAt,
  updatedAt: at,
  completedAt: null,
  deletedAt,
  purgedAt: at,
});

/** As much of a task as an interpreter needs; what is left out is as in a new task. */
export type TaskSummary = Pick<Task, "id" | "title" | "status"> & Partial<Task>;

/** What a new task holds where its maker said nothing. `position` is the instant it was made, so new ones come last. */
export const taskDefaults = (now: Date): Omit<TaskFields, "title"> => ({
  description: "",
  status: "open",
  priority: 4,
  tags: [],
  project: null,
  section: null,
  assignee: null,
  due: null,
  deadline: null,
  durationMinutes: null,
  reminders: [],
  recurrence: null,
  onMissed: "keep",
  parentId: null,
  position: now.getTime(),
});
