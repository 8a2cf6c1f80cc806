// Pushes to a local push service, decrypted as a browser does and their sender checked as a push service does.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import { newId } from "../../domain/ids.ts";
import { checkVapid, makeBrowser } from "../../tests/browser-push.ts";
import { startReceiver, type Receiver } from "../../tests/http-receiver.ts";
import type { Resolve } from "./address-guard.ts";
import type { Message } from "./channel.ts";
import { createPost } from "./post.ts";
import { createPush } from "./push.ts";

let service: Receiver;
beforeAll(async () => (service = await startReceiver()));
afterAll(() => service.close());
beforeEach(() => {
  service.received.length = 0;
  service.answer = 201;
});

const keys = webPush.generateVAPIDKeys();
const push = createPush(createPost({ allowPrivate: true }), "mailto:ops@example.org");
const options = { deadlineMs: 3_000 };

const message: Message = {
  id: newId(),
  kind: "reminder",
  title: "Müll rausbringen 🗑️",
  lines: ["Due today 17:00", "Late by 3 min"],
  at: "2026-12-01T16:00:00.000Z",
  link: "https://todo.example.org",
  data: { taskId: newId() },
};

/** Pushes to these subscriptions; which of them were forgotten, and what came of it. */
const pushTo = async (
  subscriptions: ReturnType<ReturnType<typeof makeBrowser>["subscription"]>[],
  what = message,
) => {
  const forgotten: string[] = [];
  const forget = async (endpoint: string) => forgotten.push(endpoint);
  const taken: string[] = [];
  const took = async (endpoint: string) => {
    taken.push(endpoint);
    throw new Error("it cannot be written down, which changes nothing");
  };
  const outcome = await push(what, { subscriptions, keys, forget, took }, options);
  return { outcome, forgotten, taken };
};

test("only the browser it is for can read a push, and it says all that is to be shown", async () => {
  const browser = makeBrowser();
  const { outcome } = await pushTo([browser.subscription(`${service.url}/one`)]);
  expect(outcome).toEqual({ ok: true, at: expect.stringMatching(/Z$/) });
  const body = service.received[0]?.body ?? Buffer.alloc(0);
  expect(JSON.parse(browser.decrypt(body))).toEqual({
    id: message.id,
    kind: "reminder",
    title: message.title,
    body: "Due today 17:00\nLate by 3 min",
    at: message.at,
    link: "https://todo.example.org",
    taskId: message.data["taskId"],
  });
  expect(() => makeBrowser().decrypt(body)).toThrow(/authenticate/);
  expect(body.includes("rausbringen")).toBe(false);
});

test("the push service sees who sent it, how long to keep it, and which one it replaces", async () => {
  const before = Date.now() / 1_000;
  await pushTo([makeBrowser().subscription(`${service.url}/one`)]);
  const headers = service.received[0]?.headers ?? {};
  const authorization = headers.authorization ?? "";
  expect(headers).toMatchObject({
    ttl: "43200",
    urgency: "high",
    topic: message.id.replaceAll("-", ""),
    "content-encoding": "aes128gcm",
  });
  const claims = checkVapid(authorization, keys.publicKey);
  expect(claims).toMatchObject({ aud: service.url, sub: "mailto:ops@example.org" });
  const lasts = Number(claims["exp"]) - before;
  expect(lasts).toBeGreaterThan(0);
  expect(lasts).toBeLessThanOrEqual(24 * 60 * 60);
  expect(() => checkVapid(authorization.replace(/.{4},/, "AAAA,"), keys.publicKey)).toThrow(
    "the signature is wrong",
  );
});

test("all browsers of a person are one channel: one that takes it is enough", async () => {
  const [one, two] = [makeBrowser(), makeBrowser()];
  const dead = "http://127.0.0.1:1/dead";
  const { outcome, forgotten, taken } = await pushTo([
    one.subscription(dead),
    two.subscription(`${service.url}/two`),
  ]);
  expect(outcome).toMatchObject({ ok: true });
  expect([forgotten, taken]).toEqual([[], [`${service.url}/two`]]);
});

test("a browser that may still take it is tried again, whatever is wrong with the others", async () => {
  service.answer = 503;
  const refusing = createPush(
    createPost({ allowPrivate: false, resolve: notAnswering }),
    "mailto:a@b",
  );
  const subscriptions = ["http://10.0.0.1/x", "http://push.example/y"].map((endpoint) =>
    makeBrowser().subscription(endpoint),
  );
  const forget = () => Promise.resolve();
  expect(await refusing(message, { subscriptions, keys, forget }, options)).toEqual({
    ok: false,
    reason: "the push service could not be reached: EAI_AGAIN",
    permanent: false,
  });
});

const notAnswering: Resolve = (_host, _options, done) =>
  done(Object.assign(new Error("no answer"), { code: "EAI_AGAIN" }), []);

test.each([404, 410])("an endpoint that answers %i is forgotten", async (status) => {
  service.answer = status;
  const { outcome, forgotten } = await pushTo([makeBrowser().subscription(`${service.url}/gone`)]);
  expect(outcome).toEqual({
    ok: false,
    reason: "no browser of yours is subscribed to pushes",
    permanent: true,
  });
  expect(forgotten).toEqual([`${service.url}/gone`]);
});

test.each([400, 429, 500])("an answer of %i may heal, and the browser is kept", async (status) => {
  service.answer = status;
  const { outcome, forgotten } = await pushTo([makeBrowser().subscription(`${service.url}/x`)]);
  expect(outcome).toEqual({
    ok: false,
    reason: `the push service answered ${status}`,
    permanent: false,
  });
  expect(forgotten).toEqual([]);
});

test("a person without a browser cannot be pushed to", async () => {
  expect((await pushTo([])).outcome).toMatchObject({ ok: false, permanent: true });
});

test("a browser whose keys are no keys is told so for good, and is kept", async () => {
  const broken = {
    endpoint: `${service.url}/x`,
    p256dh: Buffer.alloc(65, 4).toString("base64url"),
    auth: "AAAAAAAAAAAAAAAAAAAAAA",
  };
  const { outcome, forgotten } = await pushTo([broken]);
  expect(outcome).toMatchObject({ ok: false, permanent: true });
  expect(forgotten).toEqual([]);
  expect(service.received).toEqual([]);
});

test("a long digest loses its end, so that no push service refuses it", async () => {
  const browser = makeBrowser();
  const lines = Array.from({ length: 100 }, (_, n) => `"task" ${n} ${"🗑️".repeat(40)}`);
  await pushTo([browser.subscription(`${service.url}/x`)], {
    ...message,
    kind: "digest",
    lines,
    data: {},
  });
  const body = service.received[0]?.body ?? Buffer.alloc(0);
  expect(body.length).toBeLessThanOrEqual(4_096);
  const shown = JSON.parse(browser.decrypt(body)) as { body: string };
  expect(shown.body).toMatch(/^"task" 0/);
  expect(shown.body).toMatch(/…$/);
});

test("an endpoint in a private network is not asked", async () => {
  const strict = createPush(createPost({ allowPrivate: false }), "mailto:ops@example.org");
  const subscriptions = [makeBrowser().subscription(`${service.url}/x`)];
  const forget = () => Promise.resolve();
  expect(await strict(message, { subscriptions, keys, forget }, options)).toMatchObject({
    ok: false,
    permanent: true,
  });
  expect(service.received).toEqual([]);
});
