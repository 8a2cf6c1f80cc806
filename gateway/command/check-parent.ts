// Whether a task may become a part of another. Called by the routes before the command: an actor knows only its own task.
import type { ActorClient } from "../../actors/client.ts";
import type { Id } from "../../domain/ids.ts";
import { ok, refuse, type Refused, type Result } from "../../domain/result.ts";

/** How deep tasks may be nested. */
const maxLevels = 10;

/** Refused with `invalid` under `parentId`: a parent that is not the person's or in the trash, a circle, and too many levels. */
export const checkParent = async (
  actors: Pick<ActorClient, "readTask">,
  { userId, taskId, parentId }: { userId: Id; taskId: Id; parentId: Id },
): Promise<Result<null>> => {
  let next: Id | null = parentId;
  for (let level = 0; next !== null; level += 1) {
    if (next === taskId) return invalid("must not be the task itself or a part of it");
    if (level === maxLevels) return invalid(`must not be nested deeper than ${maxLevels} levels`);
    const reply = await actors.readTask({ taskId: next, userId });
    const isGone = !reply.ok || reply.task.deletedAt !== null;
    // Above the parent a task that is gone ends the way up.
    if (isGone)
      return level === 0 ? invalid("must be a task of yours that is not in the trash") : ok(null);
    next = reply.task.parentId;
  }
  return ok(null);
};

const invalid = (message: string): Refused =>
  refuse("invalid", `parentId: ${message}`, { fields: [{ path: "parentId", message }] });
