// Whether the readers have all that was in the log at a moment. Called by gaps.ts, for what they have yet to read is not lost.
import { setTimeout as sleep } from "node:timers/promises";
import { type Offsets, openKafka } from "../kafka.ts";

type Question = {
  brokers: string[];
  group: string;
  topic: string;
  /** How long the group has for what is in the topic now. */
  patienceMs: number;
  signal: AbortSignal;
};

const pauseMs = 500;

/** True as soon as the group has committed what is in the topic at the call. Throws what Kafka or an abort throws. */
export const hasCaughtUp = async (question: Question): Promise<boolean> => {
  const { group, topic, patienceMs, signal } = question;
  const kafka = await openKafka(question.brokers);
  try {
    const goal = await kafka.endOffsets(topic);
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const [committed, bounds] = [await kafka.committed(group, topic), await kafka.bounds(topic)];
      if (bounds.every((partition) => isReached(partition, committed, goal))) return true;
      if (Date.now() >= giveUpAt) return false;
      await sleep(pauseMs, undefined, { signal });
    }
  } finally {
    await kafka.close();
  }
};

type Bounds = { partition: number; low: bigint; high: bigint };

const isReached = (
  { partition, low, high }: Bounds,
  committed: Offsets,
  goal: Offsets,
): boolean => {
  const at = committed.get(partition) ?? 0n;
  if (at > high) return false; // of a topic that was made anew meanwhile: it says nothing about this one
  return (at > low ? at : low) >= (goal.get(partition) ?? 0n); // what has expired is read by nobody any more
};
