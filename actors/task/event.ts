// The event of one change of a task, as it goes into the outbox and to the log of record.
import type { Origin } from "../../domain/command.ts";
import type { TaskEvent, TaskEventType } from "../../domain/event.ts";
import { type Changes, originAttributes } from "../../domain/event-attributes.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";

/** `task` is the snapshot after the change; its version is the event's sequence. */
export const taskEvent = (
  task: Task,
  { type, changes }: { type: TaskEventType; changes: Changes },
  origin: Origin,
  eventId: Id,
): TaskEvent => ({
  ...originAttributes(origin),
  id: eventId,
  source: "/punctual/actors/task",
  type,
  subject: task.id,
  time: task.updatedAt,
  sequence: task.version,
  ownerid: task.ownerId,
  data: { changes, task },
});
