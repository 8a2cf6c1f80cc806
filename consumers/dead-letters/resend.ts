// Hands letters back to the topic they came from, for consumers that only their own process can be. Called by dead-letters.ts.
import type { TopicName } from "../../domain/topics.ts";
import type { Publisher } from "../../sidecar/sdk.ts";
import { type Consumer, type ConsumerName, NotNow } from "../consumer.ts";

/** Opened when something is to be published, and only then. */
export type OpenPublisher = () => Promise<Pick<Publisher, "publish">>;

/** Only the running consumer can reach the actors. Whatever keeps an event from its topic is no fault of the event's. */
export const resend = (
  publisher: OpenPublisher,
  name: ConsumerName,
  topic: TopicName,
): Consumer => ({
  name,
  store: async (events) => {
    try {
      const { publish } = await publisher();
      for (const event of events) await publish(topic, event.ownerid, event);
    } catch (cause) {
      throw new NotNow(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  },
});
