// Reads a dead-letter topic from where the last replay got to, and hands letters to their consumer again. Called by dead-letters.ts.
import type { Consumer, ConsumerName } from "../consumer.ts";
import type { KafkaLog, Offsets, TopicRecord } from "../kafka.ts";
import { letterHeaders, letterTopic, readLetterHeaders, type LetterOrigin } from "../letter.ts";
import { storeRecords } from "../reader.ts";

const groupId = "dead-letters";

/** A letter as it waits in its topic, and what its headers tell. */
export type WaitingLetter = { record: TopicRecord; origin: LetterOrigin };

/** What became of the letters of one consumer. Those refused again wait at the end of the topic with their new reason. */
export type Replayed = { stored: number; refused: number };

/** Gives the letters that were not replayed yet, in order. */
export const readLetters = async (
  kafka: Pick<KafkaLog, "committed" | "readTopic">,
  consumer: ConsumerName,
  onBatch: (letters: WaitingLetter[]) => Promise<void>,
): Promise<void> => {
  const topic = letterTopic(consumer);
  const from = await kafka.committed(groupId, topic);
  const toLetters = (records: TopicRecord[]) =>
    onBatch(records.map((record) => ({ record, origin: readLetterHeaders(record.headers) })));
  await kafka.readTopic({ topic, from, onBatch: toLetters });
};

/** What is needed of Kafka. */
export type LetterLog = Pick<KafkaLog, "committed" | "readTopic" | "send" | "commit">;

/**
 * Hands every waiting letter to its consumer and notes after each batch how far it got. Throws when what the consumer needs
 * (the database, or the sidecar) is away; what was not noted comes again with the next replay, which is harmless.
 */
export const replayLetters = async (kafka: LetterLog, consumer: Consumer): Promise<Replayed> => {
  let failure: unknown;
  const store: Consumer["store"] = (events) =>
    consumer.store(events).catch((error: unknown) => {
      failure = error;
      throw error;
    });
  const replayed: Replayed = { stored: 0, refused: 0 };
  const topic = letterTopic(consumer.name);
  await readLetters(kafka, consumer.name, async (letters) => {
    const records = letters.map(({ record }) => record);
    const outcomes = await storeRecords({ ...consumer, store }, records);
    if (outcomes.includes("again")) {
      const why = failure instanceof Error ? failure.message : String(failure);
      throw new Error(`${consumer.name} cannot store events now: ${why}`, { cause: failure });
    }
    for (const [place, { record, origin }] of letters.entries()) {
      const outcome = outcomes[place];
      if (typeof outcome === "object") await keep(kafka, record, { ...origin, ...outcome });
      replayed[typeof outcome === "object" ? "refused" : "stored"] += 1;
    }
    await kafka.commit(groupId, topic, behind(records));
  });
  return replayed;
};

const keep = (kafka: LetterLog, record: TopicRecord, origin: LetterOrigin): Promise<void> =>
  kafka.send(record.topic, {
    key: record.key,
    value: record.value,
    headers: letterHeaders(origin),
  });

const behind = (records: TopicRecord[]): Offsets =>
  new Map(records.map(({ partition, offset }) => [partition, BigInt(offset) + 1n]));
