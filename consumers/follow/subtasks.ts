// A repeating task went on, or an occurrence of it came back, by itself perhaps to its end: its subtasks follow. Called by consumer.ts.
import pLimit from "p-limit";
import { listSubtasks } from "../../database/tasks/list-subtasks.ts";
import type { TaskCommand, CommandEnvelope } from "../../domain/command.ts";
import type { TaskEvent } from "../../domain/event.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { FollowDeps } from "./deps.ts";

const atOnce = 8;
/** As deep as subtasks may be nested. */
const maxLevels = 10;

/** Gives the order that follows from the event to all subtasks on all levels. Most events have none. */
export const followParent = async (deps: FollowDeps, event: TaskEvent): Promise<void> => {
  const orderFor = orderOf(event);
  if (orderFor === null) return;
  let level: Id[] = [event.subject];
  const limit = pLimit(atOnce);
  for (let depth = 0; depth < maxLevels && level.length > 0; depth += 1) {
    const below = await Promise.all(
      level.map((parentId) => limit(listSubtasks, deps.db, { ownerId: event.ownerid, parentId })),
    );
    const follow = async (id: Id) => ((await give(deps, event, id, orderFor)) ? [id] : []);
    const followed = await Promise.all(below.flat().map((id) => limit(follow, id)));
    level = followed.flat();
  }
};

/** Whether an event can move subtasks, should the task have any. */
export const movesSubtasks = (event: TaskEvent): boolean => orderOf(event) !== null;

type Order = (subtask: Task) => TaskCommand | null;

/**
 * The order for a subtask. Only one that was done before the parent went on is opened again: one done since is part of the
 * new occurrence. `expectedVersion` holds that against what happens between the look and the order.
 */
const orderOf = ({ type, time, data, origin }: TaskEvent): Order | null => {
  // What a person ends takes its parts along in the same plan; the clock, which lets the last date pass, has none.
  if (type === "punctual.task.completed.v1" && origin === "recurrence" && data.passed)
    return ({ id, parentId }) =>
      parentId === null
        ? null
        : { type: "task.follow", taskId: id, partOf: parentId, into: "done" };
  if (type === "punctual.task.occurrence-reopened.v1") {
    const occurrence = data.task.occurrence?.id;
    if (occurrence === undefined) return null;
    return ({ id }) => ({ type: "task.unreset", taskId: id, occurrence });
  }
  const passed = data.passed?.[0];
  const wentOn =
    type === "punctual.task.occurrence-completed.v1" ||
    type === "punctual.task.occurrence-skipped.v1";
  if (!wentOn || passed === undefined) return null;
  return ({ id, version, completedAt }) =>
    completedAt === null || completedAt > time
      ? null
      : { type: "task.reset", taskId: id, occurrence: passed.id, expectedVersion: version };
};

/** False for a subtask that is gone, or repeats by itself while its parent goes on: neither it nor what is below it follows. */
const give = async (
  { actors }: FollowDeps,
  event: TaskEvent,
  taskId: Id,
  orderFor: Order,
): Promise<boolean> => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const read = await actors.readTask({ taskId, userId: event.ownerid });
    if (!read.ok) return false;
    const command = orderFor(read.task);
    if (read.task.recurrence !== null && command?.type !== "task.follow") return false;
    if (command === null) return true;
    const reply = await actors.execute(envelope(event, command));
    if (reply.ok || reply.error.code !== "version_mismatch") return true;
  }
  return true;
};

/** The same event gives a subtask the same command id, so a repeated record changes nothing. */
const envelope = (event: TaskEvent, command: TaskCommand): CommandEnvelope => ({
  v: 1,
  command,
  origin: {
    commandId: derivedId(event.id, command.taskId),
    correlationId: event.correlationid,
    causationId: event.id,
    actorId: event.ownerid,
    source: "recurrence",
    device: null,
    traceparent: event.traceparent ?? null,
  },
});
