// A gateway that takes sockets, for its tests: the real app on a real port; Kafka's part is played by `publish`.
import { once } from "node:events";
import { pino } from "pino";
import { WebSocket } from "ws";
import type { Database } from "../database/pool.ts";
import { ServerFrame } from "../domain/frame.ts";
import { createOutages } from "../domain/outages.ts";
import type { Task } from "../domain/task.ts";
import { createFeed } from "../gateway/feed/feed.ts";
import { createRing } from "../gateway/feed/ring.ts";
import { listen } from "../gateway/listen.ts";
import { attachSockets } from "../gateway/sockets/handler.ts";
import { startListener } from "../gateway/sockets/listener.ts";
import type { TestApp } from "./gateway-app.ts";
import { exampleEvent } from "./examples.ts";

type FrameOf<T extends ServerFrame["type"]> = Extract<ServerFrame, { type: T }>;

/** A device: keeps the frames it got, and waits for those to come. */
export const connectTo = (port: number, path: string, headers: Record<string, string>) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  const frames: ServerFrame[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (data: Buffer) => {
    frames.push(ServerFrame.parse(JSON.parse(data.toString())));
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = once(socket, "close").then(([code]) => Number(code));
  const until = async <T extends ServerFrame["type"]>(
    type: T,
    count = 1,
  ): Promise<FrameOf<T>[]> => {
    const found = () => frames.filter((frame): frame is FrameOf<T> => frame.type === type);
    while (found().length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return found();
  };
  const say = async (content: unknown): Promise<void> => {
    if (socket.readyState === WebSocket.CONNECTING) await once(socket, "open");
    socket.send(typeof content === "string" ? content : JSON.stringify(content));
  };
  return { socket, frames, closed, until, say };
};

export const topicId = "AAAAAAAAAAAAAAAAAAAAAg";

/** Two partitions of a feed that begins empty, a ring of 50 updates, 300 ms for the hello. */
export const startSocketGateway = async (
  gateway: TestApp,
  db: Database,
  more: { helloDeadlineMs?: number; trustedProxyHops?: number } = {},
) => {
  const log = pino({ level: "silent" });
  const outages = createOutages(log);
  const feed = createFeed({ ring: createRing({ maxCount: 50, maxBytes: 10_000_000 }), log });
  feed.handler.began(
    topicId,
    [0, 1].map((partition) => ({ partition, from: 0, end: 0 })),
  );
  const server = await listen(gateway.app, { host: "127.0.0.1", port: 0 });
  const { sessions, origins, hub, allowance } = gateway.deps;
  const deps = { db, sessions, feed, hub, allowance, origins, log, outages };
  const sockets = attachSockets(server.http, {
    ...deps,
    helloDeadlineMs: 300,
    trustedProxyHops: 0,
    ...more,
  });
  const listener = startListener({ feed, hub, db, outages });
  let offset = 0;

  const connect = (headers: Record<string, string> = {}, path = "/ws") =>
    connectTo(server.port, path, headers);

  return {
    feed,
    hub,
    port: server.port,
    connect,
    /** A device that has been greeted and follows the feed. */
    live: async (token: string, cursor?: string) => {
      const device = connect();
      await device.say({ type: "hello", token, ...(cursor !== undefined && { cursor }) });
      await device.until("live");
      return device;
    },
    /** What Kafka would bring: the newest state of a task. */
    publish: (task: Task): void => {
      const value = Buffer.from(JSON.stringify(exampleEvent(task)));
      feed.handler.records([{ partition: 0, offset: offset++, value }]);
    },
    closeSockets: () => sockets.close(),
    stop: async (): Promise<void> => {
      listener.stop();
      sockets.close();
      await server.stop(1_000);
    },
  };
};

export type SocketGateway = Awaited<ReturnType<typeof startSocketGateway>>;
