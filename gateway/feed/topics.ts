// Several topics as one feed: their ids as one id, their partitions as one row of numbers. Pure. Called by kafka.ts.
import { createHash } from "node:crypto";

/** More than a topic has partitions. */
const partitionsOfTopic = 1_000;

/** The number of a partition in the feed: `topic` is its topic's place in the list. */
export const placeOf = (topic: number, partition: number): number =>
  topic * partitionsOfTopic + partition;

/** One id, of 22 characters like Kafka's own, for all topics together: another one as soon as one of them is made anew. */
export const idOfAll = (topicIds: readonly string[]): string =>
  createHash("sha256").update(topicIds.join(" ")).digest("base64url").slice(0, 22);
