// What devices show: the message on task-updates that every gateway hands to the sockets of its audience.
import * as z from "zod";
import { Turn } from "./conversation.ts";
import { Directory } from "./directory/directory.ts";
import { Id, Instant } from "./ids.ts";
import { Alert } from "./reminder.ts";
import { Task } from "./task.ts";

/** A task as it is now, or its tombstone (`task: null`). A device applies it when `version` is above what it has. */
export const TaskUpdate = z.object({
  eventId: Id,
  taskId: Id,
  version: z.int().min(1),
  /** Event type of the change, such as `punctual.task.completed.v1`. */
  change: z.string(),
  task: Task.nullable(),
  actorId: Id,
  device: z.string().nullable(),
  commandId: Id,
  correlationId: Id,
});
export type TaskUpdate = z.infer<typeof TaskUpdate>;

const attributes = {
  specversion: z.literal("1.0"),
  id: Id,
  source: z.string(),
  subject: Id,
  time: Instant,
  datacontenttype: z.literal("application/json"),
  traceparent: z.string().optional(),
};

/** A digest, a summary or a change that was not made, as devices show it, once. */
export const Notice = z.object({
  id: Id,
  kind: z.enum(["digest", "summary", "refused"]),
  title: z.string(),
  text: z.string(),
  taskIds: z.array(Id),
  at: Instant,
});
export type Notice = z.infer<typeof Notice>;

/** The CloudEvent on `task-updates`. `audience` are the users whose devices get it. */
export const UpdateMessage = z.discriminatedUnion("type", [
  z.object({
    ...attributes,
    type: z.literal("punctual.update.task.v1"),
    data: z.object({ audience: z.array(Id), update: TaskUpdate }),
  }),
  z.object({
    ...attributes,
    type: z.literal("punctual.update.alert.v1"),
    data: z.object({ audience: z.array(Id), alert: Alert }),
  }),
  z.object({
    ...attributes,
    type: z.literal("punctual.update.notice.v1"),
    data: z.object({ audience: z.array(Id), notice: Notice }),
  }),
  z.object({
    ...attributes,
    type: z.literal("punctual.update.turn.v1"),
    data: z.object({ audience: z.array(Id), turn: Turn }),
  }),
  z.object({
    ...attributes,
    type: z.literal("punctual.update.directory.v1"),
    data: z.object({ audience: z.array(Id), directory: Directory }),
  }),
]);
export type UpdateMessage = z.infer<typeof UpdateMessage>;
