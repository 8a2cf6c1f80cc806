// Step 6: reads a topic whole, in every gateway, from near its end. The process's one kafkajs file; feed.ts calls it.
// kafkajs is unmaintained and known to stop silently: every session is built anew after a failure, and a watchdog watches.
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Consumer, type EachBatchPayload } from "kafkajs";
import type { Logger } from "pino";

export type FeedRecord = { partition: number; offset: number; value: string };

export type FeedHandler = {
  /** Where to go on in a partition, or null to begin with the last `backlog` messages. */
  next(partition: number): number | null;
  /** Reading begins: from where, and where the end was at that moment, of every partition. */
  began(partitions: { partition: number; from: number; end: number }[]): void;
  /** Records of one partition, in order. Must not throw. */
  records(records: FeedRecord[]): void;
  failed(): void;
};

export type FeedOptions = {
  brokers: string[];
  topic: string;
  /** Belongs to this process alone, so that it gets every partition. */
  groupId: string;
  backlog: number;
  log: Logger;
  /** No fetch and no heartbeat for 30 s although nothing has failed: this process should end and be started anew. */
  onStalled: () => void;
};

export type Feed = { stop: () => Promise<void> };

const signOfLifeMs = 30_000;
const startDeadlineMs = 20_000;
const maxPauseMs = 5_000;
const retry = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };

/** Reads until stopped, whatever happens to Kafka meanwhile: a failed session is followed by another, with back-off. */
export const subscribe = (options: FeedOptions, handler: FeedHandler): Feed => {
  const { log } = options;
  const stopped = new AbortController();

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopped.signal.aborted; failures += 1) {
      const session = openSession(options, handler);
      const stop = () => session.end(null);
      stopped.signal.addEventListener("abort", stop);
      const startedAt = Date.now();
      const reason = await session.over;
      stopped.signal.removeEventListener("abort", stop);
      await session.close();
      if (stopped.signal.aborted) return;
      handler.failed();
      if (Date.now() - startedAt > 60_000) failures = 0;
      log.warn({ err: reason, failures }, "the feed lost Kafka and will connect again");
      const pauseMs = Math.min(250 * 2 ** failures, maxPauseMs) * (0.5 + Math.random() / 2);
      await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};

const clientFor = ({ brokers, log }: FeedOptions): Kafka =>
  new Kafka({
    clientId: "punctual-gateway",
    brokers,
    connectionTimeout: 3_000,
    requestTimeout: 5_000,
    retry,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) =>
      log.debug({ kafkajs: entry.log.message }, "kafkajs said something"),
  });

/** One connection to Kafka: `over` resolves with the reason when it has ended, `close` frees what it held. */
const openSession = (options: FeedOptions, handler: FeedHandler) => {
  const kafka = clientFor(options);
  const consumer = kafka.consumer({
    groupId: options.groupId,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 1_000,
    retry: { ...retry, restartOnFailure: async () => false },
  });
  let end: (reason: unknown) => void = () => undefined;
  const over = new Promise<unknown>((resolve) => (end = resolve));
  const watchdog = watch(consumer, options);
  const { CRASH, DISCONNECT } = consumer.events;
  consumer.on(CRASH, ({ payload }) => end(payload.error));
  consumer.on(DISCONNECT, () => end(new Error("the consumer was disconnected")));

  const startDeadline = setTimeout(() => end(new Error("Kafka took too long")), startDeadlineMs);
  start(kafka, consumer, options, handler)
    .then(() => watchdog.start())
    .catch((error: unknown) => end(error))
    .finally(() => clearTimeout(startDeadline));

  return {
    over,
    end,
    close: async (): Promise<void> => {
      clearTimeout(startDeadline);
      watchdog.stop();
      // A dead broker must not hold up the next attempt, nor the end of the process.
      const closed = consumer.disconnect().catch(() => undefined);
      await Promise.race([closed, sleep(2_000, undefined, { ref: false })]);
    },
  };
};

const start = async (
  kafka: Kafka,
  consumer: Consumer,
  options: FeedOptions,
  handler: FeedHandler,
): Promise<void> => {
  const partitions = await startingPoints(kafka, options, handler);
  let placed = false;
  await consumer.connect();
  await consumer.subscribe({ topic: options.topic, fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    // What comes before the seeks are in place comes again after them.
    eachBatch: async (payload) => (placed ? deliver(payload, handler) : undefined),
  });
  handler.began(partitions);
  for (const { partition, from } of partitions) {
    consumer.seek({ topic: options.topic, partition, offset: String(from) });
  }
  placed = true;
};

const startingPoints = async (kafka: Kafka, options: FeedOptions, handler: FeedHandler) => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(options.topic);
    return offsets.map(({ partition, low, high }) => {
      const [first, end] = [Number(low), Number(high)];
      const known = handler.next(partition);
      // A known place that the topic no longer holds (or not yet: it was made anew) is as good as none.
      const usable = known !== null && known >= first && known <= end;
      return { partition, from: usable ? known : Math.max(first, end - options.backlog), end };
    });
  } finally {
    await admin.disconnect();
  }
};

const deliver = ({ batch }: EachBatchPayload, handler: FeedHandler): void =>
  handler.records(
    batch.messages.map(({ offset, value }) => ({
      partition: batch.partition,
      offset: Number(offset),
      value: value?.toString("utf8") ?? "",
    })),
  );

/** Calls `onStalled` when a running consumer has shown no sign of life for 30 s. */
const watch = (consumer: Consumer, options: Pick<FeedOptions, "onStalled">) => {
  let seenAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const seen = () => (seenAt = Date.now());
  const { FETCH, HEARTBEAT, GROUP_JOIN } = consumer.events;
  consumer.on(FETCH, seen);
  consumer.on(HEARTBEAT, seen);
  consumer.on(GROUP_JOIN, seen);
  return {
    start: () => {
      seen();
      timer = setInterval(() => {
        if (Date.now() - seenAt > signOfLifeMs) options.onStalled();
      }, 5_000);
    },
    stop: () => clearInterval(timer),
  };
};
