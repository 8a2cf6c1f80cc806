// Has one actor publish what it has left. Called by the relay.
import * as z from "zod";
import type { Logger } from "pino";
import { Unreadable } from "../actor.ts";
import { type ActorAddress, type Dapr, isUnreadable } from "../dapr.ts";
import type { Here } from "../host.ts";

/** The actors' method: both types have it. */
export const bringOutMethod = "bring-out";
const Answer = z.object({ out: z.boolean() });
const deadlineMs = 10_000;

/**
 * Whether all of it is out: asked here when the actor is active here, else wherever the sidecar has it hosted. One that cannot be
 * read has to be mended first, and whatever is called then brings out what it has.
 */
export const bringOut = async (
  { dapr, here, log }: { dapr: Pick<Dapr, "invokeActor">; here: Here; log: Logger },
  actor: ActorAddress,
): Promise<boolean> => {
  try {
    const answer =
      (await here(actor.type, actor.id, bringOutMethod, {})) ??
      (await dapr.invokeActor(actor, bringOutMethod, {}, { deadlineMs }));
    return Answer.parse(answer).out;
  } catch (err) {
    if (!(err instanceof Unreadable) && !isUnreadable(err)) return false;
    log.error({ err, ...actor }, "an actor cannot be read, and what it has left stays with it");
    return true;
  }
};
