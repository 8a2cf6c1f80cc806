// Which messages leave an actor for one committed event: the record for the log, and for a task what the devices show.
import { type Event, isTaskEvent, type TaskEvent } from "../../domain/event.ts";
import type { TopicName } from "../../domain/topics.ts";
import type { UpdateMessage } from "../../domain/update.ts";
import type { CloudEvent } from "../dapr.ts";

/** A message for Kafka. `key` is the owner's user id, so that one person's messages stay in order. */
export type Message = { topic: TopicName; key: string; event: CloudEvent };

/** The messages of an event; all carry its id, by which every reader dedupes. */
export const messages = (event: Event): Message[] => {
  const record: Message = { topic: "task-events", key: event.ownerid, event };
  return isTaskEvent(event)
    ? [record, { topic: "task-updates", key: event.ownerid, event: update(event) }]
    : [record];
};

const update = (event: TaskEvent): UpdateMessage => ({
  specversion: "1.0",
  id: event.id,
  source: event.source,
  type: "punctual.update.task.v1",
  subject: event.subject,
  time: event.time,
  datacontenttype: "application/json",
  ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  data: {
    audience: [event.ownerid],
    update: {
      eventId: event.id,
      taskId: event.subject,
      version: event.sequence,
      change: event.type,
      task: event.data.task.deletedAt === null ? event.data.task : null,
      actorId: event.actorid,
      device: event.device ?? null,
      commandId: event.commandid,
      correlationId: event.correlationid,
    },
  },
});
