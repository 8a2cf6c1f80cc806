// The consumers' calls to their sidecar: dead letters for reader.ts, and the Job that wakes the armer.
import * as z from "zod";
import { Id } from "../domain/ids.ts";
import { createSidecar, DaprError, type SidecarAddress } from "../sidecar/client.ts";
import type { DeadLetter } from "./consumer.ts";
import { letterHeaders, letterTopic } from "./letter.ts";

const publishDeadlineMs = 10_000;
const jobDeadlineMs = 3_000;

/**
 * Publishes a dead letter: the record's bytes and key as they were, the reason and where it came from as headers.
 * Throws when the sidecar or Kafka does not take it within 10 s.
 */
export const createBury = (address: SidecarAddress) => {
  const sidecar = createSidecar(address);
  return async (letter: DeadLetter): Promise<void> => {
    const metadata = new URLSearchParams({ "metadata.rawPayload": "true" });
    if (letter.key !== null) metadata.set("metadata.partitionKey", letter.key);
    for (const [name, value] of Object.entries(letterHeaders(letter))) {
      metadata.set(`metadata.${name}`, value);
    }
    await sidecar(
      "dead letter",
      `/publish/pubsub-log/${letterTopic(letter.consumer)}?${metadata}`,
      {
        method: "POST",
        body: letter.value,
        deadlineMs: publishDeadlineMs,
      },
    );
  };
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

/** The name that the Job has in schedulers that run: under another one it would be left behind and ring for ever. */
const path = "/jobs/sweep";

/** The Job by the sidecar's HTTP API. Calls take 3 s at most. */
export const createArmingJob = (address: SidecarAddress): ArmingJob => {
  const sidecar = createSidecar(address);
  return {
    read: async () => {
      try {
        const call = { method: "GET", deadlineMs: jobDeadlineMs };
        const text = await sidecar("read the arming Job", path, call);
        return StoredJob.parse(JSON.parse(text)).data.value.epoch;
      } catch (error) {
        if (error instanceof DaprError && error.body.includes(noSuchJob)) return null;
        throw error;
      }
    },
    make: async (epoch) => {
      const body = { schedule: "@every 1m", data: { epoch } };
      const call = { method: "POST", body, deadlineMs: jobDeadlineMs };
      try {
        await sidecar("make the arming Job", path, call);
        return true;
      } catch (error) {
        if (error instanceof DaprError && error.status === 409) return false; // another process was quicker
        throw error;
      }
    },
  };
};
