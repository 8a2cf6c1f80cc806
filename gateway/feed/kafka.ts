// One session with Kafka: reads topics whole, from near their ends. The process's one kafkajs file; subscribe.ts opens it.
// kafkajs is unmaintained and its own recovery not to be relied on: a session that fails is thrown away as a whole.
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Consumer, type EachBatchPayload } from "../../kafka/kafkajs.ts";
import type { Logger } from "pino";
import { newId } from "../../domain/ids.ts";
import { readTopicId } from "../../kafka/topic-id.ts";
import { idOfAll, placeOf } from "./topics.ts";
import type { FeedHandler, FeedSession } from "./subscribe.ts";
import { createSessionSockets, type SessionSockets } from "./sockets-of-session.ts";
import { createWatchdog } from "./watchdog.ts";

export type KafkaOptions = {
  brokers: string[];
  topics: readonly string[];
  groupPrefix: string;
  /** How many messages of each partition to begin with where nothing was read before. */
  backlog: number;
  log: Logger;
  /** No fetch and no heartbeat for 30 s although nothing has failed: this process should end and be started anew. */
  onStalled: () => void;
};

const startDeadlineMs = 20_000;
const topicEveryMs = 5_000;
const retry = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };

export const openSession = (options: KafkaOptions, handler: FeedHandler): FeedSession => {
  const sockets = createSessionSockets();
  const kafka = clientFor(options, sockets);
  const consumer = consumerOf(kafka, options);
  let end: (reason: unknown) => void = () => undefined;
  const over = new Promise<unknown>((resolve) => (end = resolve));
  const ended = new AbortController();
  const watchdog = createWatchdog(options.onStalled);
  const { CRASH, DISCONNECT, FETCH, HEARTBEAT } = consumer.events;
  const seen = (): void => {
    watchdog.seen();
    handler.seen();
  };
  consumer.on(FETCH, seen);
  consumer.on(HEARTBEAT, seen);
  consumer.on(CRASH, ({ payload }) => end(payload.error));
  // kafkajs disconnects first and says why right after.
  consumer.on(DISCONNECT, () => void setTimeout(end, 50, new Error("the consumer disconnected")));

  let hasBegun = false;
  const startDeadline = setTimeout(() => end(new Error("Kafka took too long")), startDeadlineMs);
  start(kafka, consumer, options, handler, ended.signal)
    .then((topicsId) => {
      hasBegun = true;
      watchdog.start();
      void watchTopics(options, topicsId, ended.signal).then(end);
    })
    .catch((error: unknown) => end(error))
    .finally(() => clearTimeout(startDeadline));

  return {
    over: over.finally(() => {
      watchdog.stop();
      ended.abort();
    }),
    end,
    close: async () => {
      clearTimeout(startDeadline);
      // A dead broker must not hold up the next attempt, nor the end of the process; a session that never began has nothing to say goodbye to.
      const closed = hasBegun ? consumer.disconnect().catch(() => undefined) : null;
      await Promise.race([closed, sleep(2_000, undefined, { ref: false })]);
      sockets.cut();
    },
  };
};

/** kafkajs goes on in a topic that was made anew as if it were the old one. Resolves with that as the reason. */
const watchTopics = async (
  options: KafkaOptions,
  topicsId: string,
  over: AbortSignal,
): Promise<unknown> => {
  for (;;) {
    await sleep(topicEveryMs, undefined, { signal: over, ref: false }).catch(() => undefined);
    if (over.aborted) return null;
    // No broker tells it: the session itself notices that Kafka is away.
    const now = await readTopicsId(options, over).catch(() => topicsId);
    if (now !== topicsId)
      return new Error(`one of the topics ${options.topics.join(", ")} was made anew`);
  }
};

/** Throws when one of them is not there. */
const readTopicsId = async (
  { brokers, topics }: KafkaOptions,
  over: AbortSignal,
): Promise<string> => {
  const ids = await Promise.all(topics.map((topic) => readTopicId(brokers, topic, over)));
  const missing = topics.find((_, at) => ids[at] === null);
  if (missing !== undefined) throw new Error(`there is no topic ${missing}`);
  return idOfAll(ids.map(String));
};

const clientFor = ({ brokers, log }: KafkaOptions, sockets: SessionSockets): Kafka =>
  new Kafka({
    clientId: "punctual-gateway",
    brokers,
    socketFactory: sockets.open,
    connectionTimeout: 3_000,
    requestTimeout: 5_000,
    retry,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) =>
      log.debug({ kafkajs: entry.log.message }, "kafkajs said something"),
  });

/** Alone in a group of its own: it gets every partition, and waits for no ghost of the session before. */
const consumerOf = (kafka: Kafka, { groupPrefix }: KafkaOptions): Consumer =>
  kafka.consumer({
    groupId: `${groupPrefix}-${newId()}`,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 1_000,
    retry: { ...retry, restartOnFailure: async () => false },
  });

const start = async (
  kafka: Kafka,
  consumer: Consumer,
  options: KafkaOptions,
  handler: FeedHandler,
  over: AbortSignal,
): Promise<string> => {
  const { topics } = options;
  const topicsId = await readTopicsId(options, over);
  const places = await beginnings(kafka, options, (place) => handler.next(topicsId, place));
  let joined = false;
  let placed = false;
  consumer.on(consumer.events.GROUP_JOIN, () => void (joined = true));
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    // What comes before the seeks are in place comes again after them.
    eachBatch: async (payload) => (placed ? deliver(payload, topics, handler) : undefined),
  });
  // When joining fails, kafkajs crashes the consumer, but `run` resolves as if all were well.
  if (!joined) throw new Error("the consumer group could not be joined");
  handler.began(
    topicsId,
    places.map(({ place, from, end }) => ({ partition: place, from, end })),
  );
  for (const { topic, partition, from } of places)
    consumer.seek({ topic, partition, offset: String(from) });
  placed = true;
  return topicsId;
};

type Place = { topic: string; partition: number; place: number; from: number; end: number };

const beginnings = async (
  kafka: Kafka,
  { topics, backlog }: KafkaOptions,
  next: (place: number) => number | null,
): Promise<Place[]> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const offsets = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
    return offsets.flatMap((ofTopic, at) =>
      ofTopic.map(({ partition, low, high }) => {
        const [first, end, place] = [Number(low), Number(high), placeOf(at, partition)];
        const known = next(place);
        // A known place that the topic no longer holds (or not yet: it lost some) is as good as none.
        const usable = known !== null && known >= first && known <= end;
        const from = usable ? known : Math.max(first, end - backlog);
        return { topic: topics[at] ?? "", partition, place, from, end };
      }),
    );
  } finally {
    await admin.disconnect();
  }
};

const deliver = (
  { batch }: EachBatchPayload,
  topics: readonly string[],
  handler: FeedHandler,
): void => {
  const partition = placeOf(topics.indexOf(batch.topic), batch.partition);
  handler.records(
    batch.messages.map(({ offset, value }) => ({
      partition,
      offset: Number(offset),
      value: value ?? Buffer.alloc(0),
    })),
  );
};
