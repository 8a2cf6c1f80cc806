// Which topic of that name it is: Kafka gives every topic an id when it is made. Called by gateway/feed/kafka.ts and consumers/renewed/.
// kafkajs speaks no version of the request that tells it, so these few bytes are our own (https://kafka.apache.org/protocol, Metadata).
import { connect } from "node:net";

const deadlineMs = 5_000;
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
  const client = Buffer.from("punctual");
  const name = Buffer.from(topic);
  const header = Buffer.alloc(10);
  header.writeInt16BE(metadata.key, 0);
  header.writeInt16BE(metadata.version, 2);
  header.writeInt32BE(1, 4);
  header.writeInt16BE(client.length, 8);
  const body = Buffer.concat([
    header,
    client,
    Buffer.from([0]), // no tags
    Buffer.from([2]), // an array of one
    Buffer.alloc(16), // asked for by name, not by id
    Buffer.from([name.length + 1]), // names are shorter than 127 here
    name,
    Buffer.from([0, 0, 0, 0, 0]), // no tags; do not make it; no operations of cluster and topics; no tags
  ]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  return Buffer.concat([size, body]);
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

/** Reads Kafka's flexible encoding: lengths are unsigned varints and one more than they say. */
const createReader = (bytes: Buffer) => {
  let at = 0;
  const skip = (count: number): Buffer => {
    if (at + count > bytes.length) throw new Error("the broker's answer is cut off");
    at += count;
    return bytes.subarray(at - count, at);
  };
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = skip(1)[0] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  const length = (): number => Math.max(0, varint() - 1);
  return {
    skip,
    length,
    int16: () => skip(2).readInt16BE(),
    text: () => skip(length()).toString("utf8"),
    tags: () => {
      for (let left = varint(); left > 0; left -= 1) {
        varint();
        skip(varint());
      }
    },
  };
};

/** Sends a request on a connection of its own and gives the answer behind its size. */
const ask = (broker: string, request: Buffer, signal?: AbortSignal): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const colon = broker.lastIndexOf(":");
    const [host, port] = [broker.slice(0, colon), Number(broker.slice(colon + 1))];
    const socket = connect({ host, port, ...(signal && { signal }) });
    const timer = setTimeout(
      () => socket.destroy(new Error(`${broker} did not answer within ${deadlineMs} ms`)),
      deadlineMs,
    );
    let got = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      got = Buffer.concat([got, chunk]);
      if (got.length < 4 || got.length < 4 + got.readInt32BE()) return;
      resolve(got.subarray(4, 4 + got.readInt32BE()));
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(timer);
      reject(new Error(`${broker} closed the connection`));
    });
    socket.write(request);
  });
