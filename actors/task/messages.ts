// What leaves a TaskActor for one change: the event for the log of record and the update for the devices.
import type { Origin } from "../../domain/command.ts";
import {
  type Changes,
  originAttributes,
  type TaskEvent,
  type TaskEventType,
} from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { UpdateMessage } from "../../domain/update.ts";
import type { OutboxMessage } from "../outbox/outbox.ts";

const source = "/punctual/actors/task";

/** The two messages of one change, both with the event's id and keyed by the owner. */
export const messages = (
  task: Task,
  event: { type: TaskEventType; changes: Changes },
  origin: Origin,
  eventId: Id,
): OutboxMessage[] => {
  const record: TaskEvent = {
    ...originAttributes(origin),
    id: eventId,
    source,
    type: event.type,
    subject: task.id,
    time: task.updatedAt,
    sequence: task.version,
    ownerid: task.ownerId,
    data: { changes: event.changes, task },
  };
  return [
    { topic: "task-events", key: task.ownerId, event: record },
    { topic: "task-updates", key: task.ownerId, event: update(task, event.type, origin, eventId) },
  ];
};

const update = (task: Task, change: TaskEventType, origin: Origin, eventId: Id): UpdateMessage => ({
  specversion: "1.0",
  id: eventId,
  source,
  type: "punctual.update.task.v1",
  subject: task.id,
  time: task.updatedAt,
  datacontenttype: "application/json",
  ...(origin.traceparent === null ? {} : { traceparent: origin.traceparent }),
  data: {
    audience: [task.ownerId],
    update: {
      eventId,
      taskId: task.id,
      version: task.version,
      change,
      task: task.deletedAt === null ? task : null,
      actorId: origin.actorId,
      device: origin.device,
      commandId: origin.commandId,
      correlationId: origin.correlationId,
    },
  },
});
