// Tasks, events and commands for tests of the database and the consumers: whole and valid, with what a test names changed.
import type { TaskDoc } from "../actors/task/doc.ts";
import type { CommandEnvelope } from "../domain/command.ts";
import type { TaskEvent } from "../domain/event.ts";
import { newId, type Id } from "../domain/ids.ts";
import type { TaskReply } from "../domain/reply.ts";
import { unknownOwner } from "../domain/settings.ts";
import { taskDefaults, type Task } from "../domain/task.ts";

const now = "2026-12-01T08:00:00.000Z";

export const exampleTask = (named: Partial<Task> = {}): Task => ({
  ...taskDefaults(new Date(now)),
  title: "buy groceries",
  id: newId(),
  ownerId: newId(),
  version: 1,
  createdAt: now,
  updatedAt: now,
  completedAt: null,
  deletedAt: null,
  occurrence: null,
  ...named,
});

/** The event that a change of `task` leaves in the log. */
export const exampleEvent = (task: Task, named: Partial<TaskEvent> = {}): TaskEvent => ({
  specversion: "1.0",
  id: newId(),
  source: "punctual/actors",
  type: "punctual.task.created.v1",
  subject: task.id,
  time: task.updatedAt,
  datacontenttype: "application/json",
  sequence: task.version,
  ownerid: task.ownerId,
  actorid: task.ownerId,
  origin: "rest",
  commandid: newId(),
  correlationid: newId(),
  causationid: newId(),
  data: { changes: { title: { before: null, after: task.title } }, task },
  ...named,
});

export const examplePlan = (taskId: Id, userId: Id): CommandEnvelope[] => [
  {
    v: 1,
    command: { type: "task.complete", taskId },
    origin: {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: userId,
      source: "rest",
      device: null,
      traceparent: null,
    },
  },
];

export const exampleReply = (task: Task): TaskReply => ({
  ok: true,
  task,
  reminders: [],
  changes: {},
  repeated: false,
});

/** A task as its actor would hold it that has never been reminded of. */
export const exampleDoc = (task: Task): TaskDoc => ({
  task,
  owner: unknownOwner,
  reminders: [],
  past: [],
  putOff: [],
  gone: [],
  ended: { over: null, trash: null },
  reset: null,
});
