// Which topic of that name it is: Kafka gives every topic an id when it is made. Called by gateway/feed/kafka.ts and consumers/renewed/.
// kafkajs speaks no version of the request that tells it, so these few bytes are our own (https://kafka.apache.org/protocol, Metadata).
import { ask, createReader, requestOf } from "./wire.ts";

const metadata = { key: 3, version: 10 };
const noTopicYet = new Set([3, 5]); // UNKNOWN_TOPIC_OR_PARTITION, LEADER_NOT_AVAILABLE

/**
 * The id of a topic, 22 characters of base64url as Kafka's tools print it; another one when the topic was made anew. Null
 * when there is no such topic. Throws within 5 s a broker when none of them answers, and at once when `signal` aborts.
 */
export const readTopicId = async (
  brokers: string[],
  topic: string,
  signal?: AbortSignal,
): Promise<string | null> => {
  let failure: unknown;
  for (const broker of brokers) {
    signal?.throwIfAborted();
    try {
      return readAnswer(await ask(broker, requestFor(topic), signal));
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(`no broker told the id of the topic ${topic}`, { cause: failure });
};

/** Metadata v10 of one topic: a request with header v2, in Kafka's flexible encoding. */
const requestFor = (topic: string): Buffer => {
  const name = Buffer.from(topic);
  return requestOf(
    metadata,
    Buffer.concat([
      Buffer.from([2]), // an array of one
      Buffer.alloc(16), // asked for by name, not by id
      Buffer.from([name.length + 1]), // names are shorter than 127 here
      name,
      Buffer.from([0, 0, 0, 0, 0]), // no tags; do not make it; no operations of cluster and topics; no tags
    ]),
  );
};

const readAnswer = (answer: Buffer): string | null => {
  const reader = createReader(answer);
  reader.skip(4); // correlation id
  reader.tags();
  reader.skip(4); // throttle time
  for (let left = reader.length(); left > 0; left -= 1) {
    reader.skip(4); // node
    reader.text();
    reader.skip(4); // port
    reader.text();
    reader.tags();
  }
  reader.text(); // cluster
  reader.skip(4); // controller
  if (reader.length() !== 1) throw new Error("the broker answered for another number of topics");
  const error = reader.int16();
  reader.text();
  if (noTopicYet.has(error)) return null;
  if (error !== 0) throw new Error(`the broker answered with error ${error}`);
  return reader.skip(16).toString("base64url");
};
