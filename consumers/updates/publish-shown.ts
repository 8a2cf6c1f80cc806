// Step 5: what devices show of the stored events goes to `task-updates`, for readers outside. Called by the log's reader.
import type { Event } from "../../domain/event.ts";
import { shown } from "../../sidecar/message.ts";
import type { Publish } from "../../sidecar/publisher.ts";

/** Publishes the updates in the events' order. Throws when Kafka did not take one of them. */
export const publishShown =
  (publish: Publish) =>
  async (events: Event[]): Promise<void> => {
    const updates = events.flatMap((event) => shown(event) ?? []);
    const results = await Promise.allSettled(updates.map(publish));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  };
