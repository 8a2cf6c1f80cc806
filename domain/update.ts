// What devices show: the message on task-updates that every gateway hands to the sockets of its audience.
import * as z from "zod";
import { Id, Instant } from "./ids.ts";
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

/** The CloudEvent on `task-updates`. `audience` are the users whose devices get it. */
export const UpdateMessage = z.object({
  specversion: z.literal("1.0"),
  id: Id,
  source: z.string(),
  type: z.literal("punctual.update.task.v1"),
  subject: Id,
  time: Instant,
  datacontenttype: z.literal("application/json"),
  traceparent: z.string().optional(),
  data: z.object({ audience: z.array(Id), update: TaskUpdate }),
});
export type UpdateMessage = z.infer<typeof UpdateMessage>;
