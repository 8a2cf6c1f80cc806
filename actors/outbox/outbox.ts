// Step 4 of the trip: what was committed goes out, in order. Called by both actors after a save, at activation and by the relay reminder.
import type { Event } from "../../domain/event.ts";
import type { ActorAddress, Dapr } from "../dapr.ts";
import { logged } from "../../sidecar/message.ts";
import type { Publish } from "../../sidecar/publisher.ts";

/** The reminder that comes back until the outbox is empty. Registered only when publishing failed. */
export const relayReminder = "outbox-relay";
const relayPeriodMs = 5_000;

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * The outbox of one actor. `drain` publishes `pending` in order, the topics side by side, and forgets what went out (the stored
 * copy goes with the next save: publishing twice is harmless, every reader dedupes by event id). When publishing fails, a relay
 * reminder takes over; when even that cannot be registered `drain` throws, so that the durable caller comes again.
 */
export const createOutbox = (dapr: Dapr, publish: Publish, actor: ActorAddress) => {
  let relaying = false;

  const send = async (pending: Event[]): Promise<unknown> => {
    const results = await Promise.allSettled(pending.map(logged).map(publish));
    return results.find((result) => result.status === "rejected")?.reason ?? null;
  };

  return {
    /** True when everything went out; false when the relay will do it. */
    drain: async (pending: Event[]): Promise<boolean> => {
      if (pending.length === 0) return true;
      const failure = await send(pending);
      if (failure === null) return true;
      if (!relaying)
        await dapr.registerReminder(actor, {
          name: relayReminder,
          dueInMs: relayPeriodMs,
          periodMs: relayPeriodMs,
        });
      relaying = true;
      return false;
    },
    /** Called by the relay once all went out. */
    stopRelay: async (): Promise<void> => {
      await dapr.deleteReminder(actor, relayReminder);
      relaying = false;
    },
  };
};
