// A feed that is stopped while its first connection to Kafka hangs: on a port that takes connections and says nothing.
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOutages } from "../../domain/outages.ts";
import { createFeed } from "./feed.ts";
import { openSession } from "./kafka.ts";
import { createRing } from "./ring.ts";
import { subscribe } from "./subscribe.ts";

const log = pino({ level: "silent" });
/** Whoever is connected, and how often someone has been. */
const open = new Set<Socket>();
let connections = 0;
/** What the port says to each piece it is told. */
let answer: (asked: Buffer) => Buffer | null = () => null;
const port = createServer((socket) => {
  connections += 1;
  open.add(socket);
  socket.on("data", (asked) => {
    const said = answer(asked);
    if (said) socket.write(said);
  });
  socket.on("error", () => undefined).on("close", () => open.delete(socket));
});
beforeEach(async () => {
  connections = 0;
  await once(port.listen(0, "127.0.0.1"), "listening");
});
afterEach(() => {
  for (const socket of open) socket.destroy();
  port.close();
});

const start = () => {
  const feed = createFeed({ ring: createRing({ maxCount: 10, maxBytes: 10_000 }), log });
  const options = {
    brokers: [`127.0.0.1:${(port.address() as AddressInfo).port}`],
    topics: ["task-updates"],
    groupPrefix: "test",
    backlog: 5,
    log,
    onStalled: () => undefined,
  };
  return subscribe((handler) => openSession(options, handler), feed.handler, createOutages(log));
};

/** Metadata v10 with one topic and no brokers, the answer to the question for the topic's id; nothing else is answered. */
const topicId = (asked: Buffer): Buffer | null => {
  if (asked.readInt16BE(4) !== 3) return null;
  const name = Buffer.from("task-updates");
  const body = Buffer.concat([
    asked.subarray(8, 12), // correlation id
    Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 2, 0, 0, name.length + 1]),
    name,
    Buffer.alloc(16, 7),
  ]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  return Buffer.concat([size, body]);
};

test.each([
  ["the id of the topic", () => null, 1],
  ["kafkajs's first request", topicId, 2],
])(
  "stopped while Kafka does not answer %s, the feed hangs up at once and does not come back",
  async (_, says, connectionsThen) => {
    answer = says;
    const { stop } = start();
    await expect.poll(() => connections, { timeout: 8_000 }).toBe(connectionsThen);
    await stop();
    await expect.poll(() => open.size, { timeout: 8_000 }).toBe(0);
    expect(connections).toBe(connectionsThen);
  },
);
