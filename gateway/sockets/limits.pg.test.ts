// How many sockets one person and one address may have, and how much one socket may say; on real accounts and sockets.
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { Database } from "../../database/pool.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { type SocketGateway, startSocketGateway } from "../../tests/socket-gateway.ts";
import { makeTask } from "../../tests/updates.ts";
import { mostOfPerson, mostStrangers, perSocket } from "./limits.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let at: SocketGateway;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
}, 60_000);
afterAll(() => postgres.stop());
const start = async (more: { trustedProxyHops?: number } = {}) => {
  at = await startSocketGateway(gateway, db, { helloDeadlineMs: 60_000, ...more });
};
afterEach(() => at.stop());

test("the newest socket of a person is served, and the oldest closed with 4409; others' stay", async () => {
  await start();
  const [me, other] = [await gateway.signUp(), await gateway.signUp("Bob")];
  const theirs = await at.live(other.token);
  const mine = [];
  for (let n = 0; n < mostOfPerson; n += 1) mine.push(await at.live(me.token));
  const newest = await at.live(me.token);
  expect(await mine[0]?.closed).toBe(4409);
  expect(mine[0]?.frames.at(-1)).toMatchObject({ type: "error", code: "too_many" });
  at.publish(makeTask({ ownerId: me.userId }));
  for (const device of [...mine.slice(1), newest]) await device.until("update");
  expect(theirs.socket.readyState).toBe(WebSocket.OPEN);
  // One that leaves makes room.
  mine[1]?.socket.close();
  await mine[1]?.closed;
  await expect.poll(() => at.hub.following().length).toBe(mostOfPerson);
  await at.live(me.token);
  expect(mine[2]?.socket.readyState).toBe(WebSocket.OPEN);
}, 30_000);

/** How the gateway answers to the opening of a socket: 101, or what it refuses with. */
const opening = async (headers: Record<string, string> = {}): Promise<number> => {
  const socket = new WebSocket(`ws://127.0.0.1:${at.port}/ws`, { headers });
  return new Promise((resolve) => {
    socket.once("open", () => resolve(101));
    socket.once("unexpected-response", (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on("error", () => undefined);
  });
};

test("of one address so many wait to say whose they are, and no more; who has signed in is none of them", async () => {
  await start();
  const { token } = await gateway.signUp();
  await at.live(token);
  const silent = Array.from({ length: mostStrangers }, () => at.connect());
  await Promise.all(silent.map(({ socket }) => once(socket, "open")));
  expect(await opening()).toBe(429);
  await silent[0]?.say({ type: "hello", token });
  await silent[0]?.until("live");
  expect(await opening()).toBe(101);
  expect(await opening()).toBe(429);
  silent[1]?.socket.terminate();
  await expect.poll(() => opening()).toBe(101);
  await silent[2]?.say({ type: "hello", token: "x".repeat(32) });
  expect(await silent[2]?.closed).toBe(4401);
  await expect.poll(() => opening()).toBe(101);
}, 30_000);

test("behind a trusted proxy the address is the one it says", async () => {
  await start({ trustedProxyHops: 1 });
  const from = (address: string) => ({ "x-forwarded-for": `6.6.6.6, ${address}` });
  const silent = Array.from({ length: mostStrangers }, () => at.connect(from("1.2.3.4")));
  await Promise.all(silent.map(({ socket }) => once(socket, "open")));
  expect(await opening(from("1.2.3.4"))).toBe(429);
  expect(await opening(from("1.2.3.5"))).toBe(101);
}, 30_000);

test.each(["a frame", "a ping of the protocol"])(
  "a socket that says too much is closed with 4429 (%s), and its person may go on elsewhere",
  async (kind) => {
    await start();
    const { token } = await gateway.signUp();
    const [calm, loud] = [await at.live(token), await at.live(token)];
    for (let n = 0; n < perSocket.burst * 2; n += 1)
      if (kind === "a frame") loud.socket.send('{"type":"ping"}');
      else loud.socket.ping();
    expect(await loud.closed).toBe(4429);
    const answered = loud.frames.filter(({ type }) => type === "pong").length;
    expect(answered).toBeLessThan(perSocket.burst * 2);
    await calm.say({ type: "ping" });
    await calm.until("pong");
    expect((await gateway.call("GET", "/settings", { token })).status).toBe(200);
  },
);

test("a socket whose owner is not known yet may not say more either", async () => {
  await start();
  const { token } = await gateway.signUp();
  const asked = Promise.withResolvers<void>();
  vi.spyOn(gateway.deps.sessions, "ofBearer").mockImplementationOnce(async () => {
    await asked.promise;
    return null;
  });
  try {
    const device = at.connect();
    await device.say({ type: "hello", token });
    for (let n = 0; n < perSocket.burst * 3; n += 1) device.socket.send('{"type":"ping"}');
    expect(await device.closed).toBe(4429);
  } finally {
    asked.resolve();
  }
});
