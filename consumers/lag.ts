// How much of the log waits to be stored: what each group has yet to read. Started by main.ts, told by the heartbeat and the metrics.
import { setTimeout as sleep } from "node:timers/promises";
import { type Loop, startLoop } from "../process/loop.ts";
import { type KafkaLog, type Offsets, openKafka } from "./kafka.ts";

const everyMs = 5_000;
/** The groups of the subscriptions in components/, and what they read. */
const groups = {
  log: ["task-events", "reminders"],
  notify: ["reminders"],
  follow: ["follow-ups"],
} as const;
type Lag = Record<keyof typeof groups, number>;

type Bounds = { partition: number; low: bigint; high: bigint };

/** The records behind the place that a group has committed. Where it never said so it begins with the oldest. */
export const lagOf = (bounds: readonly Bounds[], committed: Offsets): number =>
  bounds.reduce((sum, { partition, low, high }) => {
    const at = committed.get(partition) ?? low;
    return sum + Number(high - (at > low ? (at < high ? at : high) : low));
  }, 0);

const measure = async (kafka: KafkaLog): Promise<Lag> => {
  const lag = { log: 0, notify: 0, follow: 0 };
  for (const [group, topics] of Object.entries(groups))
    for (const topic of topics)
      lag[group as keyof Lag] += lagOf(
        await kafka.bounds(topic),
        await kafka.committed(group, topic),
      );
  return lag;
};

/** A client of a Kafka that hangs waits long before it says so. */
const oldAfterMs = 15_000;

/** Measures every 5 s until stopped, each group. `last` is null while Kafka does not answer: then nothing is known. */
export const startLagWatch = (brokers: string[]): Loop & { last(): Lag | null } => {
  let last: { lag: Lag; atMs: number } | null = null;

  /** On one connection for as long as that works. */
  const session = async (signal: AbortSignal): Promise<void> => {
    const kafka = await openKafka(brokers);
    try {
      while (!signal.aborted) {
        last = { lag: await measure(kafka), atMs: performance.now() };
        await sleep(everyMs, undefined, { signal });
      }
    } finally {
      await kafka.close();
    }
  };
  const onFailure = (): void => void (last = null);
  return {
    ...startLoop(session, { everyMs, onFailure }),
    last: () => (last && performance.now() - last.atMs < oldAfterMs ? last.lag : null),
  };
};
