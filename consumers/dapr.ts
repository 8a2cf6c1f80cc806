// The consumers' calls to their sidecar: dead letters for reader.ts, and the Job that wakes the armer.
import * as z from "zod";
import { Id } from "../domain/ids.ts";
import type { DeadLetter } from "./consumer.ts";
import { letterHeaders, letterTopic } from "./letter.ts";

const deadlineMs = 10_000;

/**
 * Publishes a dead letter: the record's bytes and key as they were, the reason and where it came from as headers.
 * Throws when the sidecar or Kafka does not take it within 10 s.
 */
export const createBury =
  (options: { httpPort: number; apiToken: string }) =>
  async (letter: DeadLetter): Promise<void> => {
    const metadata = new URLSearchParams({ "metadata.rawPayload": "true" });
    if (letter.key !== null) metadata.set("metadata.partitionKey", letter.key);
    for (const [name, value] of Object.entries(letterHeaders(letter))) {
      metadata.set(`metadata.${name}`, value);
    }
    const path = `/v1.0/publish/pubsub-log/${letterTopic(letter.consumer)}`;
    const response = await fetch(`http://127.0.0.1:${options.httpPort}${path}?${metadata}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", "dapr-api-token": options.apiToken },
      body: Uint8Array.from(letter.value),
      signal: AbortSignal.timeout(deadlineMs),
    });
    const body = await response.text();
    if (!response.ok)
      throw new Error(`dead letter: the sidecar answered ${response.status} ${body}`);
  };

/** The armer's Job. Its data name the epoch: since when the scheduler has the data it has. */
export type ArmingJob = {
  /** The epoch in the Job, or null when the scheduler has no such Job. Throws when nothing is known (the scheduler is away). */
  read(): Promise<Id | null>;
  /** Makes the Job, every minute. False when there is one already. */
  make(epoch: Id): Promise<boolean>;
};

const StoredJob = z.object({ data: z.object({ value: z.object({ epoch: Id }) }) });

/** How the sidecar says that there is no such Job: a 500 with this in its text. */
const noSuchJob = "code = NotFound";

/** The Job by the sidecar's HTTP API, under the name it has in schedulers that run: another one would leave it behind. Calls take 3 s at most. */
export const createArmingJob = (options: { httpPort: number; apiToken: string }): ArmingJob => {
  const call = async (method: "GET" | "POST", body?: unknown) => {
    const response = await fetch(`http://127.0.0.1:${options.httpPort}/v1.0/jobs/sweep`, {
      method,
      headers: { "content-type": "application/json", "dapr-api-token": options.apiToken },
      signal: AbortSignal.timeout(3_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, ok: response.ok, text: await response.text() };
  };
  return {
    read: async () => {
      const { ok, status, text } = await call("GET");
      if (ok) return StoredJob.parse(JSON.parse(text)).data.value.epoch;
      if (text.includes(noSuchJob)) return null;
      throw new Error(`read the arming Job: the sidecar answered ${status} ${text}`);
    },
    make: async (epoch) => {
      const { ok, status, text } = await call("POST", { schedule: "@every 1m", data: { epoch } });
      if (ok) return true;
      if (status === 409) return false; // another process was quicker
      throw new Error(`make the arming Job: the sidecar answered ${status} ${text}`);
    },
  };
};
