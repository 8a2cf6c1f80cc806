// Reads a topic of the stack's Kafka with kafkajs alone, for whole-stack tests: what is there, is there.
import { type Batch, Kafka, logLevel } from "../kafka/kafkajs.ts";
import { Event, isTaskEvent, type TaskEvent } from "../domain/event.ts";
import { newId } from "../domain/ids.ts";
import type { TopicName } from "../domain/topics.ts";
import { UpdateMessage } from "../domain/update.ts";

/** A record as it is in Kafka. */
export type LogRecord = {
  partition: number;
  offset: number;
  key: string | null;
  value: string;
  headers: Record<string, string>;
};

const readWithinMs = 30_000;

const recordsOf = ({ partition, messages }: Batch): LogRecord[] =>
  messages.map(({ offset, key, value, headers }) => ({
    partition,
    offset: Number(offset),
    key: key?.toString() ?? null,
    value: value?.toString() ?? "",
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, text]) => [name, String(text ?? "")]),
    ),
  }));

/** All records of a topic up to its present end, in the order of each partition. Throws when that takes over 30 s. */
export const readTopic = async (brokers: string, topic: TopicName): Promise<LogRecord[]> => {
  const kafka = new Kafka({ brokers: brokers.split(","), logLevel: logLevel.NOTHING });
  const groupId = `tests-${newId()}`;
  const admin = kafka.admin();
  await admin.connect();
  const open = new Map<number, number>();
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (Number(high) > Number(low)) open.set(partition, Number(high));
  }
  const records: LogRecord[] = [];
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  const done = Promise.withResolvers<void>();
  const late = setTimeout(
    () => done.reject(new Error(`${topic} could not be read within ${readWithinMs} ms`)),
    readWithinMs,
  );
  try {
    if (open.size === 0) return [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const end = open.get(batch.partition) ?? 0;
        records.push(...recordsOf(batch).filter(({ offset }) => offset < end));
        if (Number(batch.lastOffset()) + 1 >= end) open.delete(batch.partition);
        if (open.size === 0) done.resolve();
      },
    });
    await done.promise;
    return records;
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
    if (records.length > 0) await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
};

/** What happened to tasks, of the events in the log whose record has this key (the owner's user id). */
export const eventsOf = async (brokers: string, ownerId: string): Promise<TaskEvent[]> =>
  (await readTopic(brokers, "task-events"))
    .filter(({ key }) => key === ownerId)
    .map(({ value }) => Event.parse(JSON.parse(value)))
    .filter(isTaskEvent);

/** The messages to the devices of a person. */
export const updatesOf = async (brokers: string, ownerId: string): Promise<UpdateMessage[]> =>
  (await readTopic(brokers, "task-updates"))
    .filter(({ key }) => key === ownerId)
    .map(({ value }) => UpdateMessage.parse(JSON.parse(value)));
