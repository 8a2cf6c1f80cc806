// Webhooks over real HTTP, verified by the reference implementation of Standard Webhooks.
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { startReceiver, type Receiver } from "../../tests/http-receiver.ts";
import type { Message } from "./channel.ts";
import { createPost } from "./post.ts";
import { createWebhook } from "./webhook.ts";

let receiver: Receiver;
beforeAll(async () => (receiver = await startReceiver()));
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = 200;
  receiver.headers = {};
});

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const webhook = createWebhook(createPost({ allowPrivate: true }), () => new Date());
const message: Message = {
  id: newId(),
  kind: "reminder",
  title: "Müll rausbringen 🗑️",
  lines: ["Due today 17:00", "Late by 3 min"],
  at: "2026-12-01T16:00:00.000Z",
  link: null,
  data: { taskId: newId(), lateByMs: 180_000 },
};
const send = (deadlineMs = 5_000) =>
  webhook(message, { url: `${receiver.url}/hook?key=1`, secret }, { deadlineMs });

const verify = (key = secret) => {
  const [one] = receiver.received;
  if (!one) throw new Error("nothing was received");
  return new Webhook(key).verify(one.body.toString(), one.headers as Record<string, string>);
};

test("a receiver can verify a notification with its secret and read it", async () => {
  expect(await send()).toEqual({ ok: true, at: expect.stringMatching(/Z$/) });
  expect(receiver.received[0]?.path).toBe("/hook?key=1");
  expect(receiver.received[0]?.headers).toMatchObject({
    "content-type": "application/json",
    "webhook-id": message.id,
  });
  expect(verify()).toEqual({
    type: "punctual.reminder",
    timestamp: message.at,
    data: {
      id: message.id,
      title: message.title,
      text: "Due today 17:00\nLate by 3 min",
      link: null,
      ...message.data,
    },
  });
});

test("another secret, another body or an old timestamp does not verify", async () => {
  await send();
  expect(() => verify(`whsec_${Buffer.alloc(32, 8).toString("base64")}`)).toThrow("No matching");
  const [one] = receiver.received;
  if (!one) throw new Error("nothing was received");
  one.body = Buffer.from(one.body.toString().replace("Late", "Soon"));
  expect(() => verify()).toThrow("No matching");
  one.headers["webhook-timestamp"] = "1000000000";
  expect(() => verify()).toThrow("too old");
});

test.each([
  [204, { ok: true }],
  [410, { ok: false, permanent: true, reason: "the webhook answered 410: it is gone" }],
  [400, { ok: false, permanent: false, reason: "the webhook answered 400" }],
  [404, { ok: false, permanent: false, reason: "the webhook answered 404" }],
  [429, { ok: false, permanent: false, reason: "the webhook answered 429" }],
  [503, { ok: false, permanent: false, reason: "the webhook answered 503" }],
])("an answer of %i counts as it should", async (status, outcome) => {
  receiver.answer = status;
  expect(await send()).toMatchObject(outcome);
});

test("a redirect is not followed", async () => {
  receiver.answer = 307;
  receiver.headers = { location: `${receiver.url}/elsewhere` };
  expect(await send()).toEqual({
    ok: false,
    reason: "the webhook answered with a redirect (307), which is not followed",
    permanent: false,
  });
  expect(receiver.received.map(({ path }) => path)).toEqual(["/hook?key=1"]);
});

test("a receiver that never answers costs no more than the deadline", async () => {
  receiver.answer = "nothing";
  const began = performance.now();
  expect(await send(200)).toEqual({
    ok: false,
    reason: "the webhook did not answer in time",
    permanent: false,
  });
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("a private address is refused for good, where it is not allowed", async () => {
  const strict = createWebhook(createPost({ allowPrivate: false }), () => new Date());
  expect(await strict(message, { url: receiver.url, secret }, { deadlineMs: 1_000 })).toMatchObject(
    {
      ok: false,
      permanent: true,
    },
  );
  expect(receiver.received).toEqual([]);
});
