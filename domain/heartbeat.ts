// What the consumers say of themselves every two seconds: written by them, read by the gateway's health pages.
import * as z from "zod";

/** The heartbeat's name. */
export const consumersBeat = "consumers";

/** A consumer that cannot do its work: since how many ms, and why. */
const Stuck = z.object({ name: z.string(), forMs: z.int(), reason: z.string() });

/**
 * `schedulerAwayMs`: how long the scheduler (or the sidecar before it) has not answered; null when it does. `stuck`: the
 * consumers that wait for something. `waiting`: records of the log that are not stored yet; null when Kafka does not say. `mail`: whether
 * a mail server is configured; null of consumers that do not say.
 */
export const ConsumersBeat = z.object({
  schedulerAwayMs: z.int().nullable(),
  stuck: z.array(Stuck).default([]),
  waiting: z.int().min(0).nullable().default(null),
  mail: z.boolean().nullable().default(null),
});
export type ConsumersBeat = z.infer<typeof ConsumersBeat>;
