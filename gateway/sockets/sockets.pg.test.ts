// Sockets over a real connection, with real accounts and a real read model; Kafka's part is played by the test.
import { once } from "node:events";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { ServerFrame } from "../../domain/frame.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { makeMessage, makeTask } from "../../tests/updates.ts";
import { createFeed, type UpdateFeed } from "../feed/feed.ts";
import { createRing } from "../feed/ring.ts";
import { listen, type Listening } from "../listen.ts";
import { attachSockets } from "./handler.ts";
import { createHub, type Hub } from "./hub.ts";
import { closeEnded, startListener } from "./listener.ts";

const log = pino({ level: "silent" });
let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let server: Listening;
let feed: UpdateFeed;
let hub: Hub;
let stop: () => Promise<void>;
let close: () => void;

beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());

beforeEach(async () => {
  feed = createFeed({ ring: createRing({ maxCount: 50, maxBytes: 10_000_000 }), log });
  feed.handler.began([0, 1].map((partition) => ({ partition, from: 0, end: 0 })));
  hub = createHub();
  server = await listen(gateway.app, { host: "127.0.0.1", port: 0 });
  const { sessions, origins } = gateway.deps;
  const deps = { db, sessions, feed, hub, origins, log, helloDeadlineMs: 300 };
  const sockets = attachSockets(server.http, deps);
  const listener = startListener({ feed, hub, db, log });
  close = sockets.close;
  stop = async () => {
    listener.stop();
    sockets.close();
    await server.stop(1_000);
  };
});
afterEach(() => stop());

/** A device: keeps the frames it got, waits for those to come. */
const connect = (headers: Record<string, string> = {}, path = "/ws") => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
  const frames: ServerFrame[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (data: Buffer) => {
    frames.push(ServerFrame.parse(JSON.parse(data.toString())));
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = once(socket, "close").then(([code]) => Number(code));
  const until = async <T extends ServerFrame["type"]>(type: T, count = 1) => {
    const found = () =>
      frames.filter((frame): frame is Extract<ServerFrame, { type: T }> => frame.type === type);
    while (found().length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return found();
  };
  const say = async (content: unknown) => {
    if (socket.readyState === WebSocket.CONNECTING) await once(socket, "open");
    socket.send(typeof content === "string" ? content : JSON.stringify(content));
  };
  return { socket, frames, closed, until, say };
};

const live = async (token: string, cursor?: string) => {
  const device = connect();
  await device.say({ type: "hello", token, ...(cursor !== undefined && { cursor }) });
  await device.until("live");
  return device;
};

let offset = 0;
beforeEach(() => {
  offset = 0;
});
/** What Kafka would bring: the newest state of a task. */
const publish = (task: Task, audience?: Id[]) =>
  feed.handler.records([
    { partition: 0, offset: offset++, value: JSON.stringify(makeMessage(task, audience)) },
  ]);
const types = (frames: ServerFrame[]) => frames.map(({ type }) => type);
const taskFor = (ownerId: Id, over: Partial<Task> = {}) => makeTask({ ownerId, ...over });

test("hello with a token: welcome, a snapshot, live, and then every update", async () => {
  const { token, userId } = await gateway.signUp();
  const stored = taskFor(userId, { title: "stored" });
  await projectTasks(db, [stored, taskFor(userId, { deletedAt: "2026-12-01T00:00:00.000Z" })]);
  const device = await live(token);
  expect(types(device.frames)).toEqual(["welcome", "snapshot", "live"]);
  expect(device.frames[0]).toMatchObject({ v: 1, userId, resumed: false });
  expect(device.frames[1]).toMatchObject({ tasks: [stored], first: true, more: false });
  publish({ ...stored, version: 2, title: "changed" });
  const [update] = await device.until("update");
  expect(update?.update.task?.title).toBe("changed");
  expect(update?.cursor).toBe("0:1.1:0");
});

test("an update reaches every device of its audience and nobody else", async () => {
  const ada = await gateway.signUp();
  const eve = await gateway.signUp("Eve");
  const devices = [await live(ada.token), await live(ada.token), await live(eve.token)];
  publish(taskFor(ada.userId));
  publish(taskFor(eve.userId, { title: "for eve" }));
  const [first, second, third] = await Promise.all(devices.map((device) => device.until("update")));
  expect(first?.[0]?.update).toEqual(second?.[0]?.update);
  expect(third?.map(({ update }) => update.task?.title)).toEqual(["for eve"]);
});

test("a device that was away gets what it missed, and not what it has", async () => {
  const { token, userId } = await gateway.signUp();
  const device = await live(token);
  publish(taskFor(userId, { title: "seen" }));
  const [seen] = await device.until("update");
  device.socket.close();
  publish(taskFor(userId, { title: "missed" }));
  const back = await live(token, seen?.cursor);
  expect(types(back.frames)).toEqual(["welcome", "update", "live"]);
  expect(back.frames[0]).toMatchObject({ resumed: true });
  expect((await back.until("update"))[0]?.update.task?.title).toBe("missed");
});

test("a device that was away too long begins anew", async () => {
  const { token, userId } = await gateway.signUp();
  const { cursor } = (await (await live(token)).until("live"))[0] ?? { cursor: "" };
  for (let count = 0; count < 60; count += 1) publish(taskFor(userId));
  const back = await live(token, cursor);
  expect(types(back.frames).slice(0, 2)).toEqual(["welcome", "snapshot"]);
});

test("what the ring knows and the read model does not yet comes after the snapshot", async () => {
  const { token, userId } = await gateway.signUp();
  const [old, fresh] = [taskFor(userId, { version: 3 }), taskFor(userId, { title: "fresh" })];
  await projectTasks(db, [old]);
  publish({ ...old, version: 2, title: "outdated" });
  publish(fresh);
  publish({ ...fresh, version: 2, title: "fresher" });
  const device = await live(token);
  const updates = await device.until("update");
  expect(updates.map(({ update }) => update.task?.title)).toEqual(["fresher"]);
  expect(types(device.frames)).toEqual(["welcome", "snapshot", "update", "live"]);
});

test("a snapshot of many tasks comes in pages, and an update in between is not lost", async () => {
  const { token, userId } = await gateway.signUp();
  const tasks = Array.from({ length: 450 }, (_, position) =>
    taskFor(userId, { position, description: "d".repeat(8_000) }),
  );
  await projectTasks(db, tasks);
  const device = connect();
  await device.say({ type: "hello", token });
  await device.until("snapshot");
  publish({ ...(tasks[7] as Task), version: 2 });
  await device.until("live");
  const pages = await device.until("snapshot");
  expect(pages.map(({ tasks: page, first, more }) => [page.length, first, more])).toEqual([
    [200, true, true],
    [200, false, true],
    [50, false, false],
  ]);
  expect((await device.until("update"))[0]?.update.version).toBe(2);
});

test("a cookie opens a socket for our page and for no other", async () => {
  const { cookie } = await gateway.signUp();
  const ours = connect({ cookie, origin: `http://127.0.0.1:${server.port}` }, "/api/v1/ws");
  await ours.say({ type: "hello" });
  await ours.until("live");
  for (const headers of [{ cookie, origin: "https://evil.example" }, { cookie }, {}]) {
    const other = connect(headers);
    await other.say({ type: "hello" });
    expect(await other.closed).toBe(4401);
    expect(types(other.frames)).toEqual(["error"]);
  }
});

test.each([
  ["an unknown token", 4401, { type: "hello", token: "x".repeat(32) }],
  ["a token of odd characters", 4401, { type: "hello", token: "\u0000'" }],
  ["garbage", 4400, "}{"],
  ["an unknown frame", 4400, { type: "subscribe" }],
  ["an unknown field", 4400, { type: "hello", admin: true }],
  ["a cursor of another form", 4400, { type: "hello", cursor: "yesterday" }],
  ["a ping before hello", 4400, { type: "ping" }],
  ["a frame above 16 KiB", 1009, { type: "hello", token: "x".repeat(17_000) }],
])("%s closes the socket with %i", async (_, code, said) => {
  const device = connect();
  await device.say(said);
  expect(await device.closed).toBe(code);
});

test("silence closes the socket with 4408", async () => {
  expect(await connect().closed).toBe(4408);
});

test("hello again and binary frames are garbage; ping is answered", async () => {
  const { token } = await gateway.signUp();
  const device = await live(token);
  await device.say({ type: "ping" });
  await device.until("pong");
  await device.say({ type: "hello", token });
  expect(await device.closed).toBe(4400);
  const binary = await live(token);
  binary.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
  expect(await binary.closed).toBe(4400);
});

test("a socket whose session was signed out is closed at the next beat", async () => {
  const [gone, stays] = [await gateway.signUp(), await gateway.signUp()];
  const [device, other] = [await live(gone.token), await live(stays.token)];
  await gateway.call("POST", "/api/auth/sign-out", { token: gone.token });
  await closeEnded({ hub, db });
  expect(await device.closed).toBe(4401);
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
});

test("a device that does not read is closed before it costs more than its megabyte", async () => {
  const { token, userId } = await gateway.signUp();
  const device = await live(token);
  device.socket.pause();
  const big = { description: "d".repeat(16_000) };
  for (let count = 0; hub.following()[0]?.isOpen() && count < 2_000; count += 1) {
    publish(taskFor(userId, big));
  }
  expect(hub.following()[0]?.isOpen()).not.toBe(true);
  device.socket.resume();
  expect(await device.closed).toBe(1013);
});

test("a hole in the feed makes devices begin anew", async () => {
  const { token } = await gateway.signUp();
  const device = await live(token);
  feed.handler.began([0, 1].map((partition) => ({ partition, from: 900, end: 900 })));
  expect(await device.closed).toBe(1012);
});

test("a gateway that stops says so to its sockets and takes no new ones", async () => {
  const { token } = await gateway.signUp();
  const device = await live(token);
  close();
  expect(await device.closed).toBe(1012);
  const late = new WebSocket(`ws://127.0.0.1:${server.port}/ws`);
  const [error] = await once(late, "error");
  expect(String(error)).toContain("503");
});

test("a database that fails during the greeting closes the socket for a later try", async () => {
  const { token } = await gateway.signUp();
  await db.query("alter table tasks rename to tasks_away");
  const device = connect();
  await device.say({ type: "hello", token });
  expect(await device.closed).toBe(1013);
  await db.query("alter table tasks_away rename to tasks");
});

test("only /ws takes sockets", async () => {
  const elsewhere = new WebSocket(`ws://127.0.0.1:${server.port}/tasks`);
  const [error] = await once(elsewhere, "error");
  expect(String(error)).toContain("404");
});
