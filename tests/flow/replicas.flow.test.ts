// Two of each: two hosts of actors, two gateways, two consumers on one placement, scheduler, Kafka and PostgreSQL.
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Person, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { type Replica, startReplica } from "../gateway-replica.ts";
import { startReceiver } from "../http-receiver.ts";
import { type Second, startSecond } from "../replicas.ts";
import { type App, scrape, total } from "../scrape.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
let actors: Second;
let consumers: Second;
let gateway: Replica;
beforeAll(async () => {
  actors = await startSecond(stack, "actors");
  // What the first one inherits from its stack.
  const NOTIFY_ALLOW_PRIVATE_ADDRESSES = "true";
  consumers = await startSecond(stack, "consumers", { NOTIFY_ALLOW_PRIVATE_ADDRESSES });
  gateway = await startReplica(stack, { METRICS_PORT: "" });
}, 90_000);
afterAll(async () => {
  await Promise.all([actors?.stop(), consumers?.stop(), gateway?.stop()]);
  await stack.waitHealthy();
}, 60_000);

/** What the first and the second process of an app have counted. */
const both = (app: App, second: Second, name: string, ...labels: string[]): Promise<number[]> =>
  Promise.all(
    [stack.env[app], second.env].map(async (env) => {
      const samples = await scrape({ env: { [app]: env } as never }, app);
      return total(samples, name, ...labels);
    }),
  );
const through = (person: Person, url: string) => ({ ...person, url });

test("placement gives both hosts actors, and when one is gone the other has them all", async () => {
  const person = await signUp(stack.url);
  const turns = () =>
    both("actors", actors, "punctual_actor_turn_seconds_count", 'type="TaskActor"');
  const before = await turns();
  const tasks = [];
  for (let n = 0; n < 40; n += 1) tasks.push(await person.create({ title: `task ${n}` }));
  const after = await turns();
  const shares = after.map((count, n) => count - (before[n] ?? 0));
  expect(Math.min(...shares)).toBeGreaterThan(5);

  await actors.kill();
  for (const { id } of tasks.slice(0, 20)) {
    const done = await person.post(id, "/complete");
    expect(done).toMatchObject({ status: "done", version: 2 });
  }
  actors = await startSecond(stack, "actors");
});

test("every gateway shows its devices what is done through the other, once", async () => {
  const person = await signUp(stack.url);
  const here = await liveDevice(person);
  const there = await liveDevice(through(person, gateway.url));
  onTestFinished(async () => void (await Promise.all([here.leave(), there.leave()])));
  const made = await person.create({ title: "by the first" });
  const headers = { authorization: `Bearer ${person.token}` };
  const body = { title: "by the second" };
  const answer = await send(gateway.url, "PATCH", `/tasks/${made.id}`, { headers, body });
  expect(answer.status).toBe(200);
  for (const device of [here, there]) {
    await device.update(made.id, 2);
    expect(device.shown.get(made.id)?.title).toBe("by the second");
    const versions = device.updates().map(({ update }) => update.version);
    expect(versions).toEqual([1, 2]);
  }
});

test("reminders are told once and their history is whole, with two hosts and two consumers sharing the work", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  // Several people: the records of one are all in one partition, and so one consumer's.
  const people = await Promise.all(
    ["Ada", "Bob", "Cem", "Dea"].map((name) => signUp(stack.url, name)),
  );
  const settings = { webhookUrl: `${receiver.url}/hook`, channels: ["webhook"] };
  for (const person of people)
    expect((await person.call("PATCH", "/settings", { body: settings })).status).toBe(200);
  const at = new Date(Date.now() + 5_000).toISOString();
  const tasks = await Promise.all(
    people.flatMap((person) =>
      [1, 2, 3, 4, 5].map(async (n) => {
        const trigger = { kind: "instant" as const, at };
        const reminders = [{ id: newId(), trigger, channels: null }];
        return { person, id: (await person.create({ title: `ring ${n}`, reminders })).id };
      }),
    ),
  );
  const types = async ({ person, id }: (typeof tasks)[number]) =>
    (await person.events({ task: id, limit: 50 })).events.map(({ type }) => type);
  // A try that meets an actor on its way to another host is made again a minute later.
  let again = 0;
  for (const task of tasks) {
    const delivered = async () => (await types(task)).includes("punctual.reminder.delivered.v1");
    await until("it is delivered", delivered, 150_000);
    const all = await types(task);
    again += all.filter((type) => type === "punctual.reminder.attempt-failed.v1").length;
    expect(all.filter((type) => !/attempt-failed|retry-due/.test(type)).toSorted()).toEqual([
      "punctual.reminder.delivered.v1",
      "punctual.reminder.fired.v1",
      "punctual.reminder.scheduled.v1",
      "punctual.task.created.v1",
    ]);
  }
  const ids = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(tasks.length);
  expect(receiver.received.length).toBeLessThanOrEqual(tasks.length + again);
}, 200_000);

test("the armer's Job wakes one of the consumers at a time, not both", async () => {
  const rounds = async () =>
    (await both("consumers", consumers, "punctual_arming_rounds_total")).reduce((a, b) => a + b, 0);
  const seen = [await rounds()];
  // Two Jobs: a minute apart.
  await until(
    "two rounds",
    async () => {
      const now = await rounds();
      if (now !== seen.at(-1)) seen.push(now);
      return seen.length > 2;
    },
    150_000,
  );
  const steps = seen.slice(1).map((count, n) => count - (seen[n] ?? 0));
  expect(steps).toEqual([1, 1]);
}, 180_000);

test("what a person may ask holds for each gateway: with two at most twice as much", async () => {
  const limits = { REQUESTS_BURST: "10", REQUESTS_PER_SECOND: "1", METRICS_PORT: "" };
  const person = await signUp(stack.url);
  const gateways = await Promise.all([1, 2].map(() => startReplica(stack, limits)));
  onTestFinished(async () => void (await Promise.all(gateways.map((one) => one.stop()))));
  const headers = { authorization: `Bearer ${person.token}` };
  for (const { url } of gateways) {
    const beganAt = Date.now();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => send(url, "GET", "/tasks", { headers })),
    );
    const passed = answers.filter(({ status }) => status === 200).length;
    const refused = answers.filter(({ status }) => status === 429).length;
    expect(passed + refused).toBe(40);
    expect(passed).toBeGreaterThanOrEqual(10);
    expect(passed).toBeLessThanOrEqual(10 + Math.ceil((Date.now() - beganAt) / 1_000));
  }
});
