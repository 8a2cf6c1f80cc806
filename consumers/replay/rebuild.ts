// Rebuilds the read model beside the live one: from the log in Kafka, and where that has expired from the audit log.
import type { Queryable } from "../../database/pool.ts";
import { readHistories, type History } from "../../database/rebuild/read-histories.ts";
import { addRebuilt, countRebuilt, startRebuild } from "../../database/rebuild/start-rebuild.ts";
import { fold } from "../../domain/event.ts";
import type { Task } from "../../domain/task.ts";
import type { KafkaLog, Offsets, TopicRecord } from "../kafka.ts";
import { readEvent } from "../../domain/read-event.ts";
import { snapshots } from "../search/consumer.ts";

/**
 * How far it is. `read` records, of which `unreadable` are what the search consumer gives up on as well; `folded` tasks
 * came from the audit log; of `broken` ones that log has not every change, so they cannot be rebuilt.
 */
export type Progress = { read: number; unreadable: number; folded: number; broken: number };

export type Rebuild = {
  /** Reads on to what is the end of the logs now. */
  readOn(): Promise<void>;
  count(): Promise<number>;
  progress: Progress;
};

const topic = "task-events";

/** Starts a rebuild on a connection that is the caller's alone; `onProgress` is called after each batch. */
export const createRebuild = async (
  connection: Queryable,
  kafka: KafkaLog,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Rebuild> => {
  await startRebuild(connection);
  const progress: Progress = { read: 0, unreadable: 0, folded: 0, broken: 0 };
  let from: Offsets = new Map();

  const addRecords = async (records: TopicRecord[]): Promise<void> => {
    const events = records.map(({ value }) => readEvent(value));
    const readable = events.flatMap((event) => (event.ok ? [event.value] : []));
    await addRebuilt(connection, snapshots(readable));
    progress.read += records.length;
    progress.unreadable += records.length - readable.length;
    onProgress(progress);
  };
  const addHistories = async (histories: History[]): Promise<void> => {
    const whole = histories.filter(isWhole);
    await addRebuilt(connection, whole.map(taskAfter));
    progress.folded += whole.length;
    progress.broken += histories.length - whole.length;
    onProgress(progress);
  };
  return {
    readOn: async () => {
      from = await kafka.readTopic({ topic, from, onBatch: addRecords });
      progress.broken = 0;
      await readHistories(connection, addHistories);
    },
    count: () => countRebuilt(connection),
    progress,
  };
};

/** Versions count from 1 without a gap: every change is there. */
const isWhole = (history: History): boolean =>
  history.every(({ sequence }, place) => sequence === place + 1);

const taskAfter = ([first, ...rest]: History): Task =>
  rest.reduce((task, event) => fold(task, event), fold(null, first));
