// Publishing through the sidecar: many events in one request. Called by publisher.ts.
import * as z from "zod";
import { DaprError, type Sidecar } from "./client.ts";

/** A publish that takes longer is given up; who publishes tries it again later. */
const publishDeadlineMs = 2_000;

/**
 * Publishes events to a topic as they are, in order, each keyed so that one person's messages stay in order. Gives why entries
 * failed, by entry id; throws when nothing is known of any.
 */
export type PublishBulk = (topic: string, entries: BulkEntry[]) => Promise<Map<string, string>>;

/** `pubsub` is the component's name in components/. */
export const createPublishBulk =
  (call: Sidecar, pubsub: string): PublishBulk =>
  async (topic, entries) => {
    // Raw: the events are CloudEvents already. The request must not carry a key, for it would replace those of the entries.
    const path = `/publish/bulk/${pubsub}/${topic}?metadata.rawPayload=true`;
    try {
      await call(`publish to ${topic}`, path, {
        method: "POST",
        body: entries,
        deadlineMs: publishDeadlineMs,
      });
      return new Map();
    } catch (error) {
      const failed = failedEntries(error);
      if (failed === null) throw error;
      return failed;
    }
  };

/** One event of a bulk. `partitionKey` is the Kafka key. */
export type BulkEntry = {
  entryId: string;
  event: CloudEvent;
  contentType: "application/json";
  metadata: { partitionKey: string };
};

/** The sidecar's refusal names the entries that failed; null when it names none. */
const failedEntries = (error: unknown): Map<string, string> | null => {
  if (!(error instanceof DaprError)) return null;
  const named = FailedEntries.safeParse(parseJson(error.body));
  if (!named.success || named.data.failedEntries.length === 0) return null;
  return new Map(named.data.failedEntries.map(({ entryId, error: why }) => [entryId, why]));
};

const FailedEntries = z.object({
  failedEntries: z.array(z.object({ entryId: z.string(), error: z.string().default("unknown") })),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What publishing needs to know of an event; the rest passes through. */
export type CloudEvent = {
  specversion: "1.0";
  id: string;
  type: string;
  traceparent?: string | undefined;
};
