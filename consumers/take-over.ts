// Lets a group of readers go on where the groups stand that it took the place of. Called by main.ts before the sidecar may subscribe.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type KafkaLog, type Offsets, openKafka } from "./kafka.ts";

const deadlineMs = 20_000;

/** A group of the log that is new, and the groups that read the same before it. */
export type TakeOver = { group: string; formerly: readonly string[]; topics: readonly string[] };

/**
 * Commits, for each topic of which `group` has committed nothing, the lowest place that its predecessors have reached. What
 * one of them never spoke of, and a place behind the end (of a topic that was made anew), is left out: it is read from its
 * beginning. Throws when Kafka does not answer, or the group reads already.
 */
export const takeOver = async (
  kafka: KafkaLog,
  { group, formerly, topics }: TakeOver,
): Promise<void> => {
  for (const topic of topics) {
    if ((await kafka.committed(group, topic)).size > 0) continue;
    const standing = await Promise.all(formerly.map((former) => kafka.committed(former, topic)));
    if (standing.some((offsets) => offsets.size === 0)) continue;
    const places = lowest(standing, await kafka.endOffsets(topic));
    if (places.size > 0) await kafka.commit(group, topic, places);
  }
};

const lowest = (standing: Offsets[], ends: Offsets): Offsets => {
  const places: Offsets = new Map();
  for (const [partition, end] of ends) {
    const known = standing.flatMap((offsets) => offsets.get(partition) ?? []);
    const place = known.reduce((low, one) => (one < low ? one : low), end);
    if (known.length === standing.length && known.every((one) => one <= end))
      places.set(partition, place);
  }
  return places;
};

/** The same, within 20 s whatever happens. A failure is only logged: to read all of the log again changes nothing, it takes time. */
export const tryTakeOver = async (
  brokers: string[],
  plan: TakeOver,
  log: Logger,
): Promise<void> => {
  const work = async (): Promise<void> => {
    const kafka = await openKafka(brokers);
    try {
      await takeOver(kafka, plan);
    } finally {
      await kafka.close();
    }
  };
  const late = async (): Promise<never> => {
    await sleep(deadlineMs, undefined, { ref: false });
    throw new Error(`Kafka did not answer within ${deadlineMs} ms`);
  };
  await Promise.race([work(), late()]).catch((err: unknown) =>
    log.warn(
      { err, group: plan.group },
      "where the readers stood is not known: the log may be read anew",
    ),
  );
};
