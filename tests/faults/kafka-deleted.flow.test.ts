// Kafka's directory is deleted while all runs: it is made anew without anyone's help, and everything goes on.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { eventsOf } from "../log.ts";
import { type Stack, startStack } from "../stack.ts";

let stack: Stack;
const said: string[] = [];
beforeAll(async () => {
  stack = await startStack({ onLine: (line) => void said.push(line) });
}, 240_000);
afterAll(() => stack.stop());

/** Writes one task and waits until history, log and a device that was there all along have it. */
const expectArrives = async (person: Person, title: string): Promise<void> => {
  const device = await liveDevice(person);
  const task = await person.create({ title });
  await device.update(task.id, task.version, 60_000);
  const brokers = stack.env.KAFKA_BROKERS;
  await until("its event in Kafka", async () =>
    (await eventsOf(brokers, person.userId)).some(({ subject }) => subject === task.id),
  );
  await until(
    "its line in the history",
    async () => (await person.events()).events.some(({ subject }) => subject === task.id),
    60_000,
  );
  await device.leave();
};

test("Kafka's directory deleted while it runs: one line says so, it comes back empty, and all readers go on", async () => {
  const person = await signUp(stack.url);
  await expectArrives(person, "before");
  const { restarts } = stack.part("kafka");
  rmSync(join(stack.dataDir, "kafka"), { recursive: true });
  await until("Kafka is back", async () => stack.part("kafka").restarts > restarts, 60_000);
  await stack.waitHealthy(90_000);
  await until("the feed reads again", async () => {
    const health = (await (await send(stack.url, "GET", "/health")).json()) as { status: string };
    return health.status === "ok";
  });
  await expectArrives(person, "after");
  expect(said.filter((line) => line.includes("is gone"))).toEqual([
    expect.stringMatching(/kafka +Kafka's log .*kafka\/log is gone: a new, empty one is made\./),
  ]);
}, 240_000);
