// The socket on the whole stack: who may come in, what is refused with which close code, and that it lives.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { maxClientFrameBytes } from "../../domain/frame.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { liveDevice, openDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url, env } = sharedStack();
const db = openDatabase(env.DATABASE_URL, { max: 1 });
let person: Person;
beforeAll(async () => {
  person = await signUp(url);
});
afterAll(() => db.end());

const hello = (more: object = {}) => JSON.stringify({ type: "hello", ...more });

test("a bearer token in the first frame opens the feed: welcome, snapshot, live, then changes", async () => {
  const own = await signUp(url);
  const task = await own.create({ title: "there before" });
  const device = await liveDevice(own);
  expect(device.frames.map(({ frame }) => frame.type)).toEqual(["welcome", "snapshot", "live"]);
  expect(await device.frame("welcome")).toMatchObject({ userId: own.userId, resumed: false });
  expect(device.shown.get(task.id)).toEqual(task);
  const changed = await own.patch(task.id, { title: "changed" });
  await device.update(task.id, 2);
  expect(device.shown.get(task.id)).toEqual(changed);
  await own.remove(task.id);
  const { frame } = await device.update(task.id, 3);
  expect(frame.update).toMatchObject({ task: null, change: "punctual.task.deleted.v1" });
  expect(device.shown.size).toBe(0);
  await device.leave();
});

test("the signed token and the versioned path open it as well", async () => {
  const device = await openDevice(url, { token: person.signed, path: "/api/v1/ws" });
  expect((await device.frame("welcome")).userId).toBe(person.userId);
  await device.leave();
});

test("the cookie opens it from the page's own origin", async () => {
  const device = await openDevice(url, { cookie: person.cookie, origin: url });
  expect((await device.frame("welcome")).userId).toBe(person.userId);
  await device.leave();
});

test.each([
  ["an evil origin", "https://evil.example"],
  ["an origin that only looks alike", `${url}.evil.example`],
  ["the null origin", "null"],
  ["no origin", undefined],
])("the cookie with %s is refused with 4401", async (_, origin) => {
  const device = await openDevice(url, { cookie: person.cookie, ...(origin && { origin }) });
  expect((await device.closed()).code).toBe(4401);
  expect(await device.frame("error")).toMatchObject({ code: "unauthenticated" });
  expect(device.frames).toHaveLength(1);
});

test.each([
  ["no token at all", {}],
  ["an unknown token", { token: "x".repeat(32) }],
  ["a token with a wrong signature", { token: `${"x".repeat(32)}.${"y".repeat(43)}=` }],
  ["SQL for a token", { token: "' or 1=1 --" }],
])("a hello with %s is refused with 4401", async (_, more) => {
  const device = await openDevice(url, { hello: false });
  device.send(hello(more));
  expect((await device.closed()).code).toBe(4401);
});

test("an expired token is refused with 4401", async () => {
  const own = await signUp(url);
  await db.query(
    `update "session" set "expiresAt" = now() - interval '1 minute' where "userId" = $1`,
    [own.userId],
  );
  const device = await openDevice(url, { token: own.token });
  expect((await device.closed()).code).toBe(4401);
});

test.each([
  ["text that is no JSON", "}{"],
  ["JSON that is no object", "42"],
  ["an unknown type", '{"type":"drop"}'],
  ["a ping before hello", '{"type":"ping"}'],
  ["a hello with an unknown field", hello({ admin: true })],
  ["a hello with a broken cursor", hello({ cursor: "x" })],
  ["binary data", Buffer.from([0, 1, 2, 255])],
])("%s closes with 4400 and says so", async (_, garbage) => {
  const device = await openDevice(url, { hello: false });
  device.send(garbage);
  expect((await device.closed()).code).toBe(4400);
  expect(await device.frame("error")).toMatchObject({ code: "garbage" });
});

test("garbage after hello closes with 4400 too, and a second hello is garbage", async () => {
  for (const garbage of ["what?", hello({ token: person.token })]) {
    const device = await liveDevice(person);
    device.send(garbage);
    expect((await device.closed()).code).toBe(4400);
  }
});

test("an oversized frame closes with 1009, one at the limit does not", async () => {
  const device = await liveDevice(person);
  const ping = '{"type":"ping"}';
  device.send(ping.padEnd(maxClientFrameBytes));
  await device.frame("pong");
  device.send(ping.padEnd(maxClientFrameBytes + 1));
  expect((await device.closed()).code).toBe(1009);
});

test.concurrent("a socket without hello is closed with 4408 after five seconds", async () => {
  const device = await openDevice(url, { hello: false });
  const openedAt = performance.now();
  expect((await device.closed()).code).toBe(4408);
  expect(performance.now() - openedAt).toBeGreaterThan(4_000);
});

test.concurrent("a live socket hears a beat with a cursor within 20 seconds, and stays open", async () => {
  const device = await liveDevice(person);
  const beat = await device.frame("beat", 25_000);
  expect(beat.cursor).toBe(device.cursor());
  device.send('{"type":"ping"}');
  await device.frame("pong");
  await device.leave();
});

test.concurrent("signing out closes the open sockets of that session by the next beat", async () => {
  const own = await signUp(url);
  const device = await liveDevice(own);
  await own.call("POST", "/api/auth/sign-out");
  expect((await device.closed(25_000)).code).toBe(4401);
});

test("another path does not open a socket", async () => {
  const nowhere = openDevice(url, { token: person.token, path: `/ws/${newId()}` });
  await expect(nowhere).rejects.toThrow("404");
});
