// The one file of the consumers that knows kafkajs: reading a topic from offset to offset, for replay and dead letters.
// (What flows all day comes through the sidecar; here the offsets matter.)
import { setTimeout as sleep } from "node:timers/promises";
import {
  Kafka,
  logLevel,
  Partitioners,
  type Consumer,
  type EachBatchPayload,
} from "../kafka/kafkajs.ts";
import { newId } from "../domain/ids.ts";
import type { LogRecord } from "./consumer.ts";

/** For each partition the offset of the next record to read. */
export type Offsets = Map<number, bigint>;
export type TopicRecord = LogRecord & { headers: Record<string, string>; timestampMs: number };
export type KafkaLog = Awaited<ReturnType<typeof openKafka>>;

type Reading = {
  topic: string;
  /** Where to begin in each partition; the beginning where it says nothing. */
  from?: Offsets;
  /** Where to end; the offsets at this moment when left out. */
  to?: Offsets;
  onBatch(records: TopicRecord[]): Promise<void>;
  /** Throws when Kafka says nothing for this long (30 s). */
  silenceMs?: number;
};

/** Connects to Kafka, or throws within about 10 s. `close` it. */
export const openKafka = async (brokers: string[]) => {
  const kafka = new Kafka({
    clientId: "punctual-tools",
    brokers,
    connectionTimeout: 3_000,
    retry: { retries: 8, maxRetryTime: 5_000 },
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await probe(kafka, brokers);
  await admin.connect();
  let producing: Promise<void> | undefined;

  const bounds = async (topic: string) =>
    (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
      partition,
      low: BigInt(low),
      high: BigInt(high),
    }));

  return {
    /** For each partition the offset of its oldest record, and the one behind its last. */
    bounds,

    /** The offsets behind the last record. */
    endOffsets: async (topic: string): Promise<Offsets> =>
      new Map((await bounds(topic)).map(({ partition, high }) => [partition, high])),

    /**
     * Hands all records between `from` and `to` to `onBatch`, in the order of each partition, and returns where it ended.
     * A throw in `onBatch` ends the reading with that error.
     */
    readTopic: async (reading: Reading): Promise<Offsets> => {
      const spans = new Map(
        (await bounds(reading.topic)).map(({ partition, low, high }) => {
          const wanted = reading.from?.get(partition) ?? low;
          const next = wanted > low ? wanted : low;
          return [partition, { low, next, end: reading.to?.get(partition) ?? high }];
        }),
      );
      if (unread(spans)) {
        const consumer = kafka.consumer({ groupId: `tools-${newId()}`, maxWaitTimeInMs: 500 });
        await consumer.connect();
        try {
          await readSpans(consumer, spans, reading);
        } finally {
          await consumer.disconnect();
        }
      }
      return new Map([...spans].map(([partition, { next }]) => [partition, next]));
    },

    /** How far a group says it has got; nothing for a partition where it never said so. */
    committed: async (groupId: string, topic: string): Promise<Offsets> => {
      const [found] = await patiently(() => admin.fetchOffsets({ groupId, topics: [topic] }));
      const partitions = found?.partitions ?? [];
      return new Map(
        partitions
          .map(({ partition, offset }): [number, bigint] => [partition, BigInt(offset)])
          .filter(([, offset]) => offset >= 0n),
      );
    },

    /** Says how far a group has got. */
    commit: async (groupId: string, topic: string, offsets: Offsets): Promise<void> => {
      const partitions = [...offsets].map(([partition, offset]) => ({
        partition,
        offset: String(offset),
      }));
      await patiently(() => admin.setOffsets({ groupId, topic, partitions }));
    },

    /** Appends a record and waits until Kafka has it. */
    send: async (topic: string, record: Pick<TopicRecord, "key" | "value" | "headers">) => {
      producing ??= producer.connect();
      await producing;
      await producer.send({ topic, acks: -1, messages: [record] });
    },

    close: async (): Promise<void> => {
      await Promise.allSettled([admin.disconnect(), producing && producer.disconnect()]);
    },
  };
};

/** Repeats a question about a group for up to 20 s: a Kafka that has just started does not know its groups yet. */
const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const mayPass = error instanceof Error && "retriable" in error && error.retriable === true;
      if (!mayPass || Date.now() > giveUpAt) throw error;
      await sleep(300);
    }
  }
};

/** Throws a sentence soon when nobody is there. */
const probe = async (kafka: Kafka, brokers: string[]): Promise<void> => {
  const admin = kafka.admin({ retry: { retries: 2 } });
  try {
    await admin.connect();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Kafka at ${brokers.join(", ")} is not there: ${message}`, { cause });
  } finally {
    await admin.disconnect();
  }
};

type Spans = Map<number, { low: bigint; next: bigint; end: bigint }>;

const unread = (spans: Spans): boolean => [...spans.values()].some(({ next, end }) => next < end);

/** Runs the consumer until every span is read, the work throws, the consumer crashes or Kafka falls silent. */
const readSpans = async (consumer: Consumer, spans: Spans, reading: Reading): Promise<void> => {
  const silenceMs = reading.silenceMs ?? 30_000;
  const ended = Promise.withResolvers<void>();
  const silent = () =>
    ended.reject(new Error(`Kafka sent nothing of ${reading.topic} for ${silenceMs} ms`));
  let watchdog = setTimeout(silent, silenceMs);
  let over = false;
  void ended.promise.catch(() => undefined).finally(() => (over = true));

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const span = spans.get(payload.batch.partition);
    if (over || !span) return;
    clearTimeout(watchdog);
    const records = recordsOf(payload, span);
    try {
      if (records.length > 0) await reading.onBatch(records);
      await payload.heartbeat();
    } catch (error) {
      ended.reject(error);
      return;
    }
    const behind = BigInt(payload.batch.lastOffset()) + 1n;
    if (behind > span.next) span.next = behind < span.end ? behind : span.end;
    if (!unread(spans)) ended.resolve();
    else watchdog = setTimeout(silent, silenceMs);
  };

  try {
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) ended.reject(payload.error); // else kafkajs begins again by itself
    });
    await consumer.subscribe({ topics: [reading.topic], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatch });
    for (const [partition, { low, next }] of spans) {
      if (next > low) consumer.seek({ topic: reading.topic, partition, offset: String(next) });
    }
    await ended.promise;
  } finally {
    clearTimeout(watchdog);
  }
};

/** The records of a batch that lie in the span. Before a seek takes effect kafkajs may hand out earlier ones. */
const recordsOf = (
  { batch }: EachBatchPayload,
  span: { next: bigint; end: bigint },
): TopicRecord[] =>
  batch.messages
    .filter(({ offset }) => BigInt(offset) >= span.next && BigInt(offset) < span.end)
    .map(({ offset, key, value, headers, timestamp }) => ({
      topic: batch.topic,
      partition: batch.partition,
      offset,
      key: key?.toString() ?? null,
      value: value ?? Buffer.alloc(0),
      headers: Object.fromEntries(
        Object.entries(headers ?? {}).map(([name, text]) => [name, String(text ?? "")]),
      ),
      timestampMs: Number(timestamp),
    }));
