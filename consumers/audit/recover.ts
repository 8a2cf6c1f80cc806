// The event of a change, made anew from the command and what its actor answered. Pure. Called by gaps.ts.
import type { CommandEnvelope } from "../../domain/command.ts";
import type { TaskEvent, TaskEventType } from "../../domain/event.ts";
import type { Changes } from "../../domain/changes.ts";
import { originAttributes } from "../../domain/event-attributes.ts";
import { derivedId } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";

/**
 * Null where the reply tells of no change, or only that the command was known already. What a recurring task did is told as a
 * plain change: only its own event knew more.
 */
export const recover = (envelope: CommandEnvelope, reply: TaskReply): TaskEvent | null => {
  if (!reply.ok || reply.repeated || Object.keys(reply.changes).length === 0) return null;
  const { task, changes } = reply;
  return {
    ...originAttributes(envelope.origin),
    id: derivedId(task.id, `recovered ${task.version}`),
    source: "/punctual/consumers/audit",
    type: typeOf(task.version, changes),
    subject: task.id,
    time: task.updatedAt,
    sequence: task.version,
    ownerid: task.ownerId,
    data: { changes, task },
  };
};

const typeOf = (version: number, { status, deletedAt, purgedAt }: Changes): TaskEventType => {
  if (version === 1) return "punctual.task.created.v1";
  if (purgedAt) return "punctual.task.purged.v1";
  if (deletedAt)
    return deletedAt.after === null ? "punctual.task.restored.v1" : "punctual.task.deleted.v1";
  if (status?.after === "done") return "punctual.task.completed.v1";
  if (status?.before === "done" || status?.before === "cancelled")
    return "punctual.task.reopened.v1";
  return "punctual.task.changed.v1";
};
