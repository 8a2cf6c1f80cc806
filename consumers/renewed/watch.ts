// Notices that a topic of the log was made anew, and reads it from its beginning. Started by main.ts.
// The sidecar's subscription goes on at its old offset without a word (seen with 1.18.3): what stands before it never comes.
import type { Logger } from "pino";
import { readLogTopic } from "../../database/log-topics/read-log-topic.ts";
import { saveLogTopic } from "../../database/log-topics/save-log-topic.ts";
import type { Queryable } from "../../database/pool.ts";
import { createOutages } from "../../domain/outages.ts";
import { readTopicId } from "../../kafka/topic-id.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import { openKafka } from "../kafka.ts";
import { type LogReader, readBefore } from "./read-before.ts";

type WatchDeps = {
  db: Queryable;
  brokers: string[];
  readers: LogReader[];
  onRenewed?(): void;
  log: Logger;
};

const everyMs = 5_000;

/**
 * Looks every `everyMs` (5 s) at the ids of the topics. One that differs from the remembered one is read from its beginning for each of
 * its readers, up to where its subscription stands, and only then remembered: who dies on the way begins again, and every
 * reader may get a record twice.
 */
export const startTopicWatch = (deps: WatchDeps, pauseMs = everyMs): Loop => {
  const outages = createOutages(deps.log);
  const topics = [...new Set(deps.readers.flatMap((reader) => reader.topics))];
  // Each topic on its own: one may wait for long until its subscription is met.
  const watches = topics.map((topic) => {
    const round = async (signal: AbortSignal): Promise<void> => {
      await look(deps, topic, signal);
      outages.worked(kafkaFor(topic));
    };
    const onFailure = (err: unknown): void => outages.failed(kafkaFor(topic), { err });
    return startLoop(round, { everyMs: pauseMs, onFailure });
  });
  return { stop: async () => void (await Promise.all(watches.map((watch) => watch.stop()))) };
};

/** What is away when a topic cannot be looked at. */
const kafkaFor = (topic: string): string => `Kafka, for the id of ${topic},`;

const look = async (deps: WatchDeps, topic: string, signal: AbortSignal): Promise<void> => {
  const topicId = await readTopicId(deps.brokers, topic);
  const known = await readLogTopic(deps.db, topic);
  if (topicId === null || topicId === known) return;
  if (known !== null) {
    deps.log.warn({ topic }, "a topic of the log was made anew: it is read from its beginning");
    await readAnew(deps, topic, signal);
    deps.onRenewed?.();
    deps.log.info({ topic }, "the new topic is read up to where its subscriptions stand");
  }
  await saveLogTopic(deps.db, { name: topic, topicId });
};

const readAnew = async (deps: WatchDeps, topic: string, signal: AbortSignal): Promise<void> => {
  const kafka = await openKafka(deps.brokers);
  try {
    const readers = deps.readers.filter(({ topics }) => topics.includes(topic));
    await Promise.all(readers.map((reader) => readBefore({ kafka, reader, topic, signal })));
  } finally {
    await kafka.close();
  }
};
