// Messages of the task-updates topic for tests of the feed and the sockets.
import { newId, type Id } from "../domain/ids.ts";
import type { Task } from "../domain/task.ts";
import type { UpdateMessage } from "../domain/update.ts";
import { entryOf } from "../gateway/feed/feed.ts";
import type { Entry } from "../gateway/feed/ring.ts";

/** A task as it might be stored. */
export const makeTask = (over: Partial<Task> & { ownerId: Id }): Task => ({
  id: newId(),
  title: "x",
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
  occurrence: null,
  position: 1,
  version: 1,
  createdAt: "2026-11-30T09:00:00.000Z",
  updatedAt: "2026-11-30T09:00:00.000Z",
  completedAt: null,
  deletedAt: null,
  ...over,
});

export const makeMessage = (task: Task, audience: Id[] = [task.ownerId]): UpdateMessage => ({
  specversion: "1.0",
  id: newId(),
  source: "/test",
  type: "punctual.update.task.v1",
  subject: task.id,
  time: task.updatedAt,
  datacontenttype: "application/json",
  data: {
    audience,
    update: {
      eventId: newId(),
      taskId: task.id,
      version: task.version,
      change: "punctual.task.changed.v1",
      task,
      actorId: task.ownerId,
      device: null,
      commandId: newId(),
      correlationId: newId(),
    },
  },
});

export const makeEntry = (
  partition: number,
  offset: number,
  task: Task,
  audience?: Id[],
): Entry => {
  return entryOf({ partition, offset }, makeMessage(task, audience));
};
