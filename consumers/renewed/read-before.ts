// Reads a topic from its beginning to where a reader's own subscription stands, and further while that stands behind the end. Called by watch.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { LogRecord } from "../consumer.ts";
import type { KafkaLog, Offsets, TopicRecord } from "../kafka.ts";
import type { Fate } from "../reader.ts";

/** A reader of the log: its consumer group in Kafka, its topics, and what it does with records. */
export type LogReader = {
  group: string;
  topics: readonly string[];
  read(records: LogRecord[]): Promise<Fate[]>;
};

type Reading = { kafka: KafkaLog; reader: LogReader; topic: string; signal: AbortSignal };

const pauseMs = 1_000;

/**
 * A subscription whose old offset lies behind the end of the new topic may wait there until the topic has grown up to it. So
 * this goes on until no partition's subscription stands behind what was read here. Throws what Kafka or an abort throws.
 */
export const readBefore = async ({ kafka, reader, topic, signal }: Reading): Promise<void> => {
  const onBatch = (records: TopicRecord[]) => insist(reader, records, signal);
  let from: Offsets = new Map();
  for (;;) {
    from = await kafka.readTopic({ topic, from, onBatch });
    const standing = await kafka.committed(reader.group, topic);
    const isMet = [...standing].every(
      ([partition, offset]) => offset <= (from.get(partition) ?? 0n),
    );
    if (isMet) return;
    await sleep(pauseMs, undefined, { signal });
  }
};

/** What is to be delivered again is handed over again, as the sidecar would. */
const insist = async (
  reader: LogReader,
  records: TopicRecord[],
  signal: AbortSignal,
): Promise<void> => {
  let left = records;
  for (;;) {
    const fates = await reader.read(left);
    left = left.filter((_, place) => fates[place] !== "done");
    if (left.length === 0) return;
    await sleep(pauseMs, undefined, { signal });
  }
};
