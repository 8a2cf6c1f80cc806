// Deletes tasks of the trash for good: the one end for what a person empties and what is too old. Called by routes/trash.ts and by-age.ts.
import { countTrash, listTrash } from "../../database/tasks/list-trash.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { ok, type Result } from "../../domain/result.ts";
import { mostPurged } from "../../domain/trash.ts";
import { execute, type ExecuteDeps } from "../command/execute.ts";
import type { ExecuteRequest } from "../command/ports.ts";

/** How many are gone now, and how many of those meant are still there. */
export type Emptied = { deleted: number; left: number };

type Request = Omit<ExecuteRequest, "commands">;

/**
 * Deletes for good what was put into a person's trash before an instant (null: all of it), up to `mostPurged`, the longest there first. What comes out of it meanwhile stays: each
 * task's actor decides; so does what cannot be read. A request that comes again under its key does nothing twice, and deletes no more than the first time. Throws
 * ActorUnavailable or a database error.
 */
export const emptyTrash = async (
  deps: ExecuteDeps,
  request: Request,
  { before }: { before: Date | null },
): Promise<Result<Emptied & { repeated: boolean }>> => {
  const ownerId = request.userId;
  const ids = await listTrash(deps.db, { ownerId, before, limit: mostPurged });
  const purged = await purgeAll(deps, request, { ids, before });
  if (!purged.ok) return purged;
  const { deleted, repeated } = purged.value;
  const left = (await countTrash(deps.db, { ownerId, before })).count;
  return ok({ deleted, left, repeated });
};

type Purged = { deleted: number; unreadable: number; repeated: boolean };

/** Deletes these for good, as far as they were put into the trash before that instant. Throws ActorUnavailable or a database error. */
export const purgeAll = async (
  deps: ExecuteDeps,
  request: Request,
  { ids, before }: { ids: Id[]; before: Date | null },
): Promise<Result<Purged>> => {
  const deletedBefore = before?.toISOString();
  const commands = ids.map((taskId) => ({ type: "task.purge" as const, taskId, deletedBefore }));
  const executed = await execute(deps, { ...request, commands, leavesUnreadable: true });
  if (!executed.ok) return executed;
  const { replies, repeated } = executed.value;
  const deleted = replies.filter(isPurged).length;
  return ok({ deleted, unreadable: replies.filter(isUnreadable).length, repeated });
};

const isPurged = (reply: TaskReply): boolean => reply.ok && reply.changes["purgedAt"] !== undefined;
const isUnreadable = (reply: TaskReply): boolean => !reply.ok && reply.error.code === "internal";
