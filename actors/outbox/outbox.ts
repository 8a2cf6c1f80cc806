// Step 4 of the trip: what was committed goes out, in order. Called by both actors after a save, at activation and by the relay.
import type { Event } from "../../domain/event.ts";
import type { ActorAddress, Dapr } from "../dapr.ts";
import { logged } from "../../sidecar/message.ts";
import type { Publish } from "../../sidecar/publisher.ts";
import type { Relay } from "../relay/relay.ts";

/** A reminder that earlier versions registered for each actor with something left. It may still come. */
export const formerRelay = "outbox-relay";

export type Outbox = ReturnType<typeof createOutbox>;

type OutboxDeps = { dapr: Pick<Dapr, "deleteReminder">; publish: Publish; relay: Relay };

/**
 * The outbox of one actor. `drain` publishes `pending` in order and forgets what went out (the stored
 * copy goes with the next save: publishing twice is harmless, every reader dedupes by event id). What did not go out the relay
 * brings out, once `leave` has told it.
 */
export const createOutbox = ({ dapr, publish, relay }: OutboxDeps, actor: ActorAddress) => {
  /** That the relay knows of what is left; null while nothing is, or nobody told it. */
  let known: Promise<void> | null = null;

  const send = async (pending: Event[]): Promise<boolean> => {
    const results = await Promise.allSettled(pending.map(logged).map(publish));
    return results.every(({ status }) => status === "fulfilled");
  };

  return {
    /** True when everything went out. */
    drain: async (pending: Event[]): Promise<boolean> => {
      if (pending.length > 0 && !(await send(pending))) return false;
      known = null;
      return true;
    },
    /**
     * The relay sees to what is left, also after the end of this process. Rejects when the scheduler cannot be told, so that the
     * durable caller comes again.
     */
    leave: async (): Promise<void> => {
      known ??= relay.left(actor);
      try {
        await known;
      } catch (error) {
        known = null;
        throw error;
      }
    },
    /** Ends the reminder of an earlier version. */
    endFormerRelay: (): Promise<void> => dapr.deleteReminder(actor, formerRelay),
  };
};
