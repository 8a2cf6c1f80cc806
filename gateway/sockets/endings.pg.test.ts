// Who may open a socket at /ws, and what ends one; on real accounts and tables.
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Database } from "../../database/pool.ts";
import type { ServerFrame } from "../../domain/frame.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { type SocketGateway, startSocketGateway, topicId } from "../../tests/socket-gateway.ts";
import { makeTask } from "../../tests/updates.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let at: SocketGateway;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  at = await startSocketGateway(gateway, db);
});
afterEach(() => at.stop());

const types = (frames: ServerFrame[]) => frames.map(({ type }) => type);

test("a cookie opens a socket for our page and for no other", async () => {
  const { cookie } = await gateway.signUp();
  const ours = at.connect({ cookie, origin: `http://127.0.0.1:${at.port}` }, "/api/v1/ws");
  await ours.say({ type: "hello" });
  await ours.until("live");
  for (const headers of [{ cookie, origin: "https://evil.example" }, { cookie }, {}]) {
    const other = at.connect(headers);
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
  const device = at.connect();
  await device.say(said);
  expect(await device.closed).toBe(code);
});

test("silence closes the socket with 4408", async () => {
  expect(await at.connect().closed).toBe(4408);
});

test("hello again and binary frames are garbage; ping is answered", async () => {
  const { token } = await gateway.signUp();
  const device = await at.live(token);
  await device.say({ type: "ping" });
  await device.until("pong");
  await device.say({ type: "hello", token });
  expect(await device.closed).toBe(4400);
  const binary = await at.live(token);
  binary.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
  expect(await binary.closed).toBe(4400);
});

/** The closing itself is awaited; the beat of 20 s would be later than this test may take. */
const within = (ms: number) => ({ timeout: ms });

test(
  "a socket whose session was signed out is closed at once, and no other",
  within(5_000),
  async () => {
    const [gone, stays] = [await gateway.signUp(), await gateway.signUp()];
    const [device, other] = [await at.live(gone.token), await at.live(stays.token)];
    await gateway.call("POST", "/api/auth/sign-out", { token: gone.token });
    expect(await device.closed).toBe(4401);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  },
);

test("a session that another gateway ended takes its sockets along", within(5_000), async () => {
  const { token } = await gateway.signUp();
  const device = await at.live(token);
  await db.query(`delete from "session" where "token" = $1`, [token]);
  expect(await device.closed).toBe(4401);
});

test("a token that is ended takes its sockets along", within(5_000), async () => {
  const { token } = await gateway.signUp();
  const made = await gateway.call("POST", "/tokens", { token, body: { name: "phone" } });
  const program = (await made.json()) as { id: string; token: string };
  const device = await at.live(program.token);
  await gateway.call("DELETE", `/tokens/${program.id}`, { token });
  expect(await device.closed).toBe(4401);
});

test("a new password ends all other sessions and their sockets", within(5_000), async () => {
  const { email, token } = await gateway.signUp();
  const password = "correct horse battery";
  const elsewhere = await gateway.call("POST", "/api/auth/sign-in/email", {
    body: { email, password },
  });
  const other = ((await elsewhere.json()) as { token: string }).token;
  const device = await at.live(other);
  const body = { currentPassword: password, newPassword: "another horse battery" };
  const changed = await gateway.call("POST", "/account/password", { token, body });
  expect(changed.status).toBe(204);
  expect(await device.closed).toBe(4401);
  expect((await gateway.call("GET", "/settings", { token: other })).status).toBe(401);
  expect((await gateway.call("GET", "/settings", { token })).status).toBe(200);
});

test(
  "a device that is signed out from elsewhere loses its socket at once",
  within(5_000),
  async () => {
    const { email, token } = await gateway.signUp();
    const elsewhere = await gateway.call("POST", "/api/auth/sign-in/email", {
      body: { email, password: "correct horse battery" },
    });
    const device = await at.live(((await elsewhere.json()) as { token: string }).token);
    const listed = await gateway.call("GET", "/account/sessions", { token });
    const { sessions } = (await listed.json()) as {
      sessions: { id: string; isCurrent: boolean }[];
    };
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    await gateway.call("DELETE", `/account/sessions/${other?.id}`, { token });
    expect(await device.closed).toBe(4401);
  },
);

test("a device that says too much is told for how long to be silent, and closed with 4429", async () => {
  const { token } = await gateway.signUp();
  const device = await at.live(token);
  for (let count = 0; count < 12_000 && device.socket.readyState === WebSocket.OPEN; count += 1)
    device.socket.send('{"type":"ping"}');
  expect(await device.closed).toBe(4429);
  expect(device.frames.at(-1)).toMatchObject({ type: "error", code: "rate_limited" });
});

test("a device that does not read is closed before it costs more than its megabyte", async () => {
  const { token, userId } = await gateway.signUp();
  const device = await at.live(token);
  device.socket.pause();
  const big = { description: "d".repeat(16_000) };
  for (let count = 0; at.hub.following()[0]?.isOpen() && count < 2_000; count += 1) {
    at.publish(makeTask({ ownerId: userId, ...big }));
  }
  expect(at.hub.following()[0]?.isOpen()).not.toBe(true);
  device.socket.resume();
  expect(await device.closed).toBe(1013);
});

test("a hole in the feed makes devices begin anew", async () => {
  const { token } = await gateway.signUp();
  const device = await at.live(token);
  at.feed.handler.began(
    topicId,
    [0, 1].map((partition) => ({ partition, from: 900, end: 900 })),
  );
  expect(await device.closed).toBe(1012);
});

test("a gateway that stops says so to its sockets and takes no new ones", async () => {
  const { token } = await gateway.signUp();
  const device = await at.live(token);
  at.closeSockets();
  expect(await device.closed).toBe(1012);
  const late = new WebSocket(`ws://127.0.0.1:${at.port}/ws`);
  const [error] = await once(late, "error");
  expect(String(error)).toContain("503");
});

test("a database that fails during the greeting closes the socket for a later try", async () => {
  const { token } = await gateway.signUp();
  await db.query("alter table tasks rename to tasks_away");
  const device = at.connect();
  await device.say({ type: "hello", token });
  expect(await device.closed).toBe(1013);
  await db.query("alter table tasks_away rename to tasks");
});

test("only /ws takes sockets", async () => {
  const elsewhere = new WebSocket(`ws://127.0.0.1:${at.port}/tasks`);
  const [error] = await once(elsewhere, "error");
  expect(String(error)).toContain("404");
});
