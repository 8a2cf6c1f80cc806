// A few requests of Kafka's protocol that kafkajs does not know (https://kafka.apache.org/protocol): the frame around them, and how answers are read.
// Called by topic-id.ts and features.ts.
import { connect } from "node:net";

const deadlineMs = 5_000;

/** A request with header v2; `body` is in the flexible encoding. */
export const requestOf = (api: { key: number; version: number }, body: Buffer): Buffer => {
  const client = Buffer.from("punctual");
  const header = Buffer.alloc(10);
  header.writeInt16BE(api.key, 0);
  header.writeInt16BE(api.version, 2);
  header.writeInt32BE(1, 4); // correlation id
  header.writeInt16BE(client.length, 8);
  const whole = Buffer.concat([header, client, Buffer.from([0]), body]); // no tags
  const size = Buffer.alloc(4);
  size.writeInt32BE(whole.length);
  return Buffer.concat([size, whole]);
};

/** Reads Kafka's flexible encoding: lengths are unsigned varints and one more than they say. */
export const createReader = (bytes: Buffer) => {
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
    varint,
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
export const ask = (broker: string, request: Buffer, signal?: AbortSignal): Promise<Buffer> =>
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
