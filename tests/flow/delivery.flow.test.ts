// A reminder's way out of the app: e-mail, push and webhook, each once, with the outcome in the task's history.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Channel } from "../../domain/reminder.ts";
import { checkVapid, makeBrowser } from "../browser-push.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { startReceiver, type Receiver } from "../http-receiver.ts";
import { type MailServer, startMailServer } from "../mail-server.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const smtpPort = Number(process.env["PUNCTUAL_TEST_SMTP_PORT"]);

let receiver: Receiver;
let mail: MailServer | null = null;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  receiver.close();
  await mail?.close();
  mail = null;
});

const aPerson = async (): Promise<Person> => {
  const person = await signUp(stack.url);
  const body = { webhookUrl: `${receiver.url}/hook` };
  expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
  return person;
};

/** A task that reminds on these channels in `inMs`. */
const remind = (person: Person, inMs: number, channels: Channel[]) => {
  const at = new Date(Date.now() + inMs).toISOString();
  const reminders = [{ id: newId(), trigger: { kind: "instant" as const, at }, channels }];
  return person.create({ title: "buy groceries", reminders });
};

/** Waits until the task's history has `count` events of a type. */
const history = async (
  person: Person,
  task: string,
  type: string,
  count = 1,
  withinMs = 30_000,
) => {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const { events } = await person.events({ task });
    if (events.filter((event) => event.type === type).length >= count)
      return events.map((event) => event.type);
    if (Date.now() > giveUpAt) throw new Error(`${type} is not in ${JSON.stringify(events)}`);
    await sleep(100);
  }
};

test("a reminder goes out on all three channels, and its history says so", async () => {
  mail = await startMailServer({}, smtpPort);
  const person = await aPerson();
  const browser = makeBrowser();
  const { endpoint, p256dh, auth } = browser.subscription(`${receiver.url}/push`);
  const answer = await person.call("POST", "/push/subscriptions", {
    body: { endpoint, keys: { p256dh, auth } },
  });
  expect(answer.status).toBe(204);
  const { id } = await remind(person, 2_000, ["email", "push", "webhook"]);
  const types = await history(person, id, "punctual.reminder.delivered.v1", 3);
  expect(types.filter((type) => type === "punctual.reminder.fired.v1")).toHaveLength(1);

  expect(mail.letters.map(({ to }) => to)).toEqual([[person.email]]);
  const [push, ...pushes] = receiver.received.filter(({ path }) => path === "/push");
  const [hook, ...hooks] = receiver.received.filter(({ path }) => path === "/hook");
  expect([pushes, hooks]).toEqual([[], []]);
  expect(JSON.parse(browser.decrypt(push?.body ?? Buffer.alloc(0)))).toMatchObject({
    title: "buy groceries",
    taskId: id,
    link: stack.url,
  });
  const { publicKey } = (await (await person.call("GET", "/push/key")).json()) as {
    publicKey: string;
  };
  checkVapid(push?.headers.authorization ?? "", publicKey);
  expect(JSON.parse(hook?.body.toString() ?? "")).toMatchObject({ data: { taskId: id } });
}, 60_000);

test("consumers that are killed when reminders are due: each still goes out, and only an interrupted try is repeated", async () => {
  const person = await aPerson();
  const tasks = await Promise.all(
    Array.from({ length: 12 }, (_, n) => remind(person, 3_000 + n * 100, ["webhook"])),
  );
  await until("the first of them", async () => receiver.received.length > 0);
  await stack.kill("consumers");
  let interrupted = 0;
  for (const { id } of tasks) {
    const types = await history(person, id, "punctual.reminder.delivered.v1", 1, 260_000);
    if (types.includes("punctual.reminder.attempt-failed.v1")) interrupted += 1;
  }
  const ids = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(tasks.length);
  expect(receiver.received.length).toBeLessThanOrEqual(tasks.length + interrupted);
}, 300_000);

test("a mail server that is away at the first try gets the letter at the second, once", async () => {
  const person = await aPerson();
  const { id } = await remind(person, 1_000, ["email"]);
  await history(person, id, "punctual.reminder.attempt-failed.v1");
  mail = await startMailServer({}, smtpPort);
  await history(person, id, "punctual.reminder.delivered.v1", 1, 150_000);
  expect(mail.letters).toHaveLength(1);
}, 200_000);

test("each channel can be tried, and the answer says what came of it", async () => {
  mail = await startMailServer({}, smtpPort);
  const person = await aPerson();
  const tryOne = async (channel: Channel) => {
    const answer = await person.call("POST", `/settings/channels/${channel}/test`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  expect(await tryOne("email")).toMatchObject({ status: 200, body: { state: "accepted" } });
  expect(mail.letters.map(({ to }) => to)).toEqual([[person.email]]);
  expect(mail.letters[0]?.text).toContain("A test from Punctual");

  expect(await tryOne("webhook")).toMatchObject({ status: 200, body: { state: "accepted" } });
  const [hook] = receiver.received;
  expect(JSON.parse(hook?.body.toString() ?? "")).toMatchObject({ type: "punctual.test" });
  receiver.answer = 500;
  expect(await tryOne("webhook")).toMatchObject({
    body: { state: "failed", reason: "the webhook answered 500" },
  });

  expect(await tryOne("push")).toMatchObject({
    body: { state: "failed", reason: "no browser of yours is subscribed to pushes" },
  });
  expect((await person.call("POST", "/settings/channels/pigeon/test")).status).toBe(404);
}, 60_000);
