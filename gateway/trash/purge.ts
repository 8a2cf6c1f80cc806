// Deletes tasks of the trash for good: the one end for what a person empties and what is too old. Called by routes/trash.ts and by-age.ts.
import { countTrash, listTrash } from "../../database/tasks/list-trash.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { ok, type Result } from "../../domain/result.ts";
import { mostPurged } from "../../domain/trash.ts";
import { execute, type Executed, type ExecuteDeps } from "../command/execute.ts";
import type { ExecuteRequest } from "../command/ports.ts";

/** Of which tasks: what the person's trash holds since before an instant (null: all of it). `limit`: how many at most. */
type Of = { before: Date | null; limit?: number };

/** How many are gone now, and how many of those meant are still there. */
export type Emptied = { deleted: number; left: number };

/**
 * Deletes for good what was put into the trash before an instant, the longest there first. What comes out of it meanwhile stays: each task's actor decides. A request that
 * comes again under its key does nothing twice, and deletes no more than the first time. Throws ActorUnavailable or a database error.
 */
export const emptyTrash = async (
  deps: ExecuteDeps,
  request: Omit<ExecuteRequest, "commands">,
  { before, limit = mostPurged }: Of,
): Promise<Result<Emptied & { repeated: boolean }>> => {
  const ownerId = request.userId;
  const ids = await listTrash(deps.db, { ownerId, before, limit });
  const executed = await purgeAll(deps, request, ids, before);
  if (!executed.ok) return executed;
  const { replies, repeated } = executed.value;
  const left = (await countTrash(deps.db, { ownerId, before })).count;
  return ok({ deleted: replies.filter(isPurged).length, left, repeated });
};

const purgeAll = (
  deps: ExecuteDeps,
  request: Omit<ExecuteRequest, "commands">,
  ids: Id[],
  before: Date | null,
): Promise<Result<Executed>> => {
  const deletedBefore = before?.toISOString();
  const commands = ids.map((taskId) => ({ type: "task.purge" as const, taskId, deletedBefore }));
  return execute(deps, { ...request, commands });
};

const isPurged = (reply: TaskReply): boolean => reply.ok && reply.changes["purgedAt"] !== undefined;
