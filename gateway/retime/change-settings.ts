// A change of settings by any door, and the promise that the tasks hear of it. Called by PATCH /settings and the chat.
import { type ActorClient, ActorUnavailable } from "../../actors/client.ts";
import { projectPeople } from "../../database/people/project-people.ts";
import { postponeRetime } from "../../database/retimes/claim-retime.ts";
import { dropRetime, promiseRetime } from "../../database/retimes/promise-retime.ts";
import type { UserEnvelope, UserPatch } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import { begin, tellSlice, type WalkDeps } from "./walk.ts";

export type ChangeDeps = WalkDeps & {
  actors: Pick<ActorClient, "changeUser" | "readUser">;
  /** Wakes what carries on behind the answer. */
  wakeRetimer: () => void;
};

/** The settings that say when and how reminders are told. */
const timed = ["timeZone", "dayTime", "quietHours", "channels"] as const;

const concernsTasks = (changes: UserPatch["changes"]): boolean =>
  timed.some((name) => changes[name] !== undefined);

/**
 * Changes the settings; `moved` reminders are told at another time from then on. The first tasks are told before the answer, all others behind it: that is
 * promised before anything is changed, so it is done whoever dies on the way. Harmless to repeat with the same command id, with the same count. Throws
 * ActorUnavailable (then nothing may be changed, or all) or a database error.
 */
export const changeSettings = async (
  deps: ChangeDeps,
  userId: Id,
  envelope: UserEnvelope,
): Promise<{ reply: UserReply; moved: number }> => {
  const { commandId: id, ...origin } = envelope.origin;
  const isTimed = concernsTasks(envelope.command.changes);
  if (isTimed) await promiseRetime(deps.db, { id, userId, origin });
  const reply = await deps.actors.changeUser(userId, envelope);
  if (!reply.ok || !isTimed) {
    if (isTimed) await dropRetime(deps.db, id);
    if (reply.ok) await projectPeople(deps.db, [reply.user]); // commands that follow are read with it
    return { reply, moved: 0 };
  }
  const { fresh, retime } = await begin(deps, id, reply.user);
  if (fresh) {
    await tellSlice(deps, retime).catch(async (error: unknown) => {
      if (!(error instanceof ActorUnavailable)) throw error;
      await postponeRetime(deps.db, id, 0);
    });
    deps.wakeRetimer();
  }
  return { reply, moved: retime.moved };
};
