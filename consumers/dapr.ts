// The consumers' one call to their sidecar: what is given up goes to a dead-letter topic. Called by reader.ts.
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
    const path = `/v1.0/publish/pubsub-${letter.consumer}/${letterTopic(letter.consumer)}`;
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
