// One slice of a person's tasks is told of their settings. Called by change-settings.ts for the first and by the retimer for all others.
import { type ActorClient, ActorUnreadable } from "../../actors/client.ts";
import { projectPeople } from "../../database/people/project-people.ts";
import { listArmed } from "../../database/reminders/list-armed.ts";
import { advanceRetime } from "../../database/retimes/advance-retime.ts";
import { beginRetime } from "../../database/retimes/begin-retime.ts";
import type { Retime } from "../../database/retimes/retime.ts";
import { countTimedTasks, listTimedTasks } from "../../database/tasks/list-timed-tasks.ts";
import type { Id } from "../../domain/ids.ts";
import { ownerOf } from "../../domain/settings.ts";
import type { User } from "../../domain/user.ts";
import { execute, type ExecuteDeps } from "../command/execute.ts";
import { unwrap } from "../http/refused.ts";
import { countMoved } from "./count-moved.ts";

export type WalkDeps = ExecuteDeps & {
  actors: Pick<ActorClient, "readUser">;
  now: () => Date;
};

/** Tasks of one slice. A person with no more has all of them told before the answer. */
export const slice = 50;

/** The settings are those of `user`: counts what will move. Throws a database error. */
export const begin = async (
  { db, now }: Pick<WalkDeps, "db" | "now">,
  id: Id,
  user: User,
): Promise<{ fresh: boolean; retime: Retime }> => {
  await projectPeople(db, [user]); // commands that follow are read with it
  const [tasks, armed] = await Promise.all([countTimedTasks(db, user.id), listArmed(db, user.id)]);
  const moved = await countMoved(armed, ownerOf(user), now());
  return beginRetime(db, { id, userId: user.id, settingsVersion: user.version, tasks, moved });
};

/**
 * Tells the next slice, with the settings as they are by now. The slice's key follows from where it begins and ends, so a repetition changes nothing, and where
 * the tasks are others by now it is a slice of its own. A task that cannot be read keeps no other from it; its intent stays open. Throws ActorUnavailable or a database error.
 */
export const tellSlice = async (deps: WalkDeps, retime: Retime): Promise<void> => {
  const { id, userId, settingsVersion, origin, after } = retime;
  const taskIds = await listTimedTasks(deps.db, { ownerId: userId, after, limit: slice });
  const last = taskIds.at(-1) ?? null;
  if (last !== null) {
    const commands = taskIds.map((taskId) => ({ type: "task.retime" as const, taskId }));
    const key = `retime ${id} for ${settingsVersion} after ${after ?? "none"} to ${last}`;
    await execute(deps, { userId, key, commands, origin }).then(unwrap, (error: unknown) => {
      if (!(error instanceof ActorUnreadable)) throw error;
    });
  }
  await advanceRetime(deps.db, {
    id,
    settingsVersion,
    from: after,
    to: last,
    told: taskIds.length,
    isLast: taskIds.length < slice,
  });
};

/** What was taken up: the next slice; or the beginning, where whoever promised it died before it was known that the settings are changed. */
export const goOn = async (deps: WalkDeps, retime: Retime): Promise<void> => {
  if (retime.isBegun) return tellSlice(deps, retime);
  const reply = await deps.actors.readUser(retime.userId);
  if (!reply.ok) throw new Error(`a person cannot be read: ${reply.error.message}`);
  await tellSlice(deps, (await begin(deps, retime.id, reply.user)).retime);
};
