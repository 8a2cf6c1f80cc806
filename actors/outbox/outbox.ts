// Step 4 of the trip: what was committed goes out, in order. Called by both actors after a save, at activation and by the relay reminder.
import * as z from "zod";
import { topics } from "../../domain/topics.ts";
import type { ActorAddress, Dapr } from "../dapr.ts";

/** A message that was committed with the state and may not be published yet. `key` is the owner's user id. */
export const OutboxMessage = z.object({
  topic: z.enum(topics.map((topic) => topic.name)),
  key: z.string(),
  event: z.looseObject({
    specversion: z.literal("1.0"),
    id: z.string(),
    type: z.string(),
    traceparent: z.string().optional(),
  }),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;

/** The reminder that comes back until the outbox is empty. Registered only when publishing failed. */
export const relayReminder = "outbox-relay";
const relayPeriodMs = 5_000;

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * The outbox of one actor. `drain` publishes `pending` in order, the topics side by side, and forgets what went out (the stored
 * copy goes with the next save: publishing twice is harmless, every reader dedupes by event id). When publishing fails, a relay
 * reminder takes over; when even that cannot be registered `drain` throws, so that the durable caller comes again.
 */
export const createOutbox = (dapr: Dapr, pubsub: string, actor: ActorAddress) => {
  let relaying = false;

  const send = async (pending: OutboxMessage[]): Promise<unknown> => {
    const results = await Promise.allSettled(
      [...byTopic(pending)].map(([, messages]) => inOrder(dapr, pubsub, messages)),
    );
    return results.find((result) => result.status === "rejected")?.reason ?? null;
  };

  return {
    /** True when everything went out; false when the relay will do it. */
    drain: async (pending: OutboxMessage[]): Promise<boolean> => {
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

const byTopic = (pending: OutboxMessage[]): Map<string, OutboxMessage[]> =>
  Map.groupBy(pending, (message) => message.topic);

const inOrder = async (dapr: Dapr, pubsub: string, messages: OutboxMessage[]): Promise<void> => {
  for (const { topic, key, event } of messages) await dapr.publish(pubsub, topic, key, event);
};
