// The language of Dapr's bulk subscriptions. Spoken by the routes of app.ts with the sidecar.
// https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-bulk/
import * as z from "zod";
import type { LogRecord } from "./consumer.ts";
import type { Fate } from "./reader.ts";

/** One delivery. `event` is base64, because the subscriptions ask for raw payloads: no record is lost on the way to us. */
export const Bulk = z.object({
  entries: z.array(
    z.object({
      entryId: z.string(),
      event: z.string(),
      metadata: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
export type Bulk = z.infer<typeof Bulk>;

/** The records of a delivery, with their place in the log as the Kafka component names it. */
export const recordsOf = (bulk: Bulk): LogRecord[] =>
  bulk.entries.map(({ event, metadata }) => ({
    topic: metadata["__topic"] ?? "",
    partition: Number(metadata["__partition"] ?? -1),
    offset: metadata["__offset"] ?? "",
    key: metadata["__key"] ?? null,
    value: Buffer.from(event, "base64"),
  }));

/** The answer to a delivery. DROP is never said: daprd would publish the wrong entry when it comes with a RETRY. */
export const statusesOf = (bulk: Bulk, fates: Fate[]) => ({
  statuses: bulk.entries.map(({ entryId }, place) => ({
    entryId,
    status: fates[place] === "done" ? "SUCCESS" : "RETRY",
  })),
});
