// Brings back from Kafka what the read model keeps beside tasks: reminders, occurrences, people. Called by replay.ts.
import type { Queryable } from "../../database/pool.ts";
import type { KafkaLog, TopicRecord } from "../kafka.ts";
import { readEvent } from "../../domain/read-event.ts";
import { projectBesideTasks } from "../search/consumer.ts";

/**
 * Applies both topics from their beginning to the live tables; what is newer there stays. Returns how many events it
 * applied. A reminder of which nothing happened in the 30 days that Kafka keeps comes back with its next change only.
 */
export const repairBesideTasks = async (db: Queryable, kafka: KafkaLog): Promise<number> => {
  let applied = 0;
  const onBatch = async (records: TopicRecord[]): Promise<void> => {
    const events = records.flatMap(({ value }) => {
      const event = readEvent(value);
      return event.ok ? [event.value] : [];
    });
    await projectBesideTasks(db, events);
    applied += events.length;
  };
  for (const topic of ["task-events", "reminders"]) await kafka.readTopic({ topic, onBatch });
  return applied;
};
