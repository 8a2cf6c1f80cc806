// Subscribing to pushes and the secret of webhooks over REST, on a real database.
import { createECDH } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPushSubscriptions } from "../../database/delivery/list-push-subscriptions.ts";
import { markPushed } from "../../database/delivery/push-devices.ts";
import type { Database } from "../../database/pool.ts";
import { Problem } from "../../domain/problem.ts";
import { makeBrowser } from "../../tests/browser-push.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let ada: Awaited<ReturnType<TestApp["signUp"]>>;
let bob: Awaited<ReturnType<TestApp["signUp"]>>;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
  ada = await gateway.signUp("Ada");
  bob = await gateway.signUp("Bob");
});
afterAll(() => postgres.stop());

const call = (method: string, path: string, body?: unknown, as = ada) =>
  gateway.call(method, path, { token: as.token, ...(body === undefined ? {} : { body }) });

/** A subscription as a browser's `toJSON()` gives it. */
const subscription = (endpoint = "https://push.example.net/send/one") => {
  const { p256dh, auth } = makeBrowser().subscription(endpoint);
  return { endpoint, expirationTime: null, keys: { p256dh, auth } };
};

test("everyone gets the same public key, a point that a browser can subscribe with", async () => {
  const [one, other] = await Promise.all([
    call("GET", "/push/key"),
    call("GET", "/push/key", undefined, bob),
  ]);
  const { publicKey } = (await one.json()) as { publicKey: string };
  expect(await other.json()).toEqual({ publicKey });
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  expect(ecdh.computeSecret(Buffer.from(publicKey, "base64url"))).toHaveLength(32);
});

test("a browser is subscribed, again without effect, and only its person ends that", async () => {
  const asked = subscription();
  expect((await call("POST", "/push/subscriptions", asked)).status).toBe(204);
  expect((await call("POST", "/api/v1/push/subscriptions", asked)).status).toBe(204);
  const { endpoint, keys } = asked;
  expect(await listPushSubscriptions(db, ada.userId)).toEqual([{ endpoint, ...keys }]);
  expect((await call("DELETE", "/push/subscriptions", { endpoint }, bob)).status).toBe(204);
  expect(await listPushSubscriptions(db, ada.userId)).toHaveLength(1);
  expect((await call("DELETE", "/push/subscriptions", { endpoint })).status).toBe(204);
  expect((await call("DELETE", "/push/subscriptions", { endpoint })).status).toBe(204);
  expect(await listPushSubscriptions(db, ada.userId)).toEqual([]);
});

test("a person sees which browsers are pushed to, without their addresses, and takes one away", async () => {
  const headers = { "X-Device-Id": "web-1", "user-agent": "Firefox/140.0 (X11; Linux)" };
  const body = subscription("https://push.example.net/send/seen");
  await gateway.call("POST", "/push/subscriptions", { token: ada.token, headers, body });
  const seen = async (as = ada) => {
    const text = await (await call("GET", "/push/subscriptions", undefined, as)).text();
    expect(text).not.toContain("push.example.net");
    return (JSON.parse(text) as { subscriptions: { id: string }[] }).subscriptions;
  };
  const [device] = await seen();
  expect(device).toMatchObject({ device: "web-1", agent: headers["user-agent"], pushedAt: null });
  await markPushed(db, { endpoint: body.endpoint, userId: ada.userId });
  expect(await seen()).toMatchObject([{ pushedAt: expect.stringMatching(/Z$/) }]);
  expect(await seen(bob)).toEqual([]);
  const path = `/push/subscriptions/${device?.id}`;
  expect((await call("DELETE", path, undefined, bob)).status).toBe(404);
  expect((await call("DELETE", path)).status).toBe(204);
  expect((await call("DELETE", path)).status).toBe(404);
  expect((await call("DELETE", "/push/subscriptions/nonsense")).status).toBe(404);
  expect(await listPushSubscriptions(db, ada.userId)).toEqual([]);
});

test("a browser belongs to who subscribed it last", async () => {
  const asked = subscription("https://push.example.net/send/shared");
  await call("POST", "/push/subscriptions", asked);
  await call("POST", "/push/subscriptions", asked, bob);
  expect(await listPushSubscriptions(db, ada.userId)).toEqual([]);
  expect(await listPushSubscriptions(db, bob.userId)).toHaveLength(1);
});

test.each([
  ["no address", { ...subscription(), endpoint: "push" }, "endpoint"],
  ["another scheme", { ...subscription(), endpoint: "ftp://push.example.net/x" }, "endpoint"],
  [
    "a key too short",
    { ...subscription(), keys: { ...subscription().keys, auth: "AAAA" } },
    "keys.auth",
  ],
  [
    "a key that is none",
    { ...subscription(), keys: { ...subscription().keys, p256dh: "ä" } },
    "keys.p256dh",
  ],
  ["a field more", { ...subscription(), more: 1 }, "more"],
])("%s is refused by the name of its field", async (_, body, path) => {
  const answer = await call("POST", "/push/subscriptions", body);
  expect(answer.status).toBe(422);
  expect(Problem.parse(await answer.json()).fields?.map((field) => field.path)).toContain(path);
});

const secretOf = async (answer: Response) => {
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  return ((await answer.json()) as { secret: string }).secret;
};

test("a webhook secret is made at the first read, stays, and is replaced when asked", async () => {
  const secret = await secretOf(await call("GET", "/settings/webhook-secret"));
  expect(secret).toMatch(/^whsec_/);
  expect(await secretOf(await call("GET", "/api/v1/settings/webhook-secret"))).toBe(secret);
  expect(await secretOf(await call("GET", "/settings/webhook-secret", undefined, bob))).not.toBe(
    secret,
  );
  const rotated = await secretOf(await call("POST", "/settings/webhook-secret"));
  expect(rotated).not.toBe(secret);
  expect(await secretOf(await call("GET", "/settings/webhook-secret"))).toBe(rotated);
});

test.each([
  ["GET", "/push/key"],
  ["POST", "/push/subscriptions"],
  ["GET", "/push/subscriptions"],
  ["DELETE", "/push/subscriptions"],
  ["GET", "/settings/webhook-secret"],
  ["POST", "/api/v1/settings/webhook-secret"],
])("%s %s is only for those who signed in", async (method, path) => {
  const body = method === "GET" ? {} : { body: subscription() };
  expect((await gateway.call(method, path, body)).status).toBe(401);
});
