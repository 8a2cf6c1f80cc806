// Step 5: what is made of the stored events goes on: what devices show to `task-updates`, for readers outside, and what other actors have
// to hear of to `follow-ups`. Called by the log's reader.
import type { Event } from "../domain/event.ts";
import { type Message, shown } from "../sidecar/message.ts";
import type { Publish } from "../sidecar/publisher.ts";
import { hasFollowers } from "./follow/consumer.ts";

/** Publishes it in the events' order. Throws when Kafka did not take all of it. */
export const publishOnward =
  (publish: Publish) =>
  async (events: Event[]): Promise<void> => {
    const results = await Promise.allSettled(events.flatMap(onward).map(publish));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  };

const onward = (event: Event): Message[] => {
  const update = shown(event);
  const followUp: Message = { topic: "follow-ups", key: event.ownerid, event };
  return [...(update === null ? [] : [update]), ...(hasFollowers(event) ? [followUp] : [])];
};
