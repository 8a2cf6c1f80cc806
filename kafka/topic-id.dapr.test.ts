// The id of a topic, from a real Kafka.
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../tests/dapr.ts";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { readTopicId } from "./topic-id.ts";

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka();
}, 60_000);
afterAll(() => kafka.stop());

test("a topic keeps its id and has another one when it was made anew", async () => {
  const read = (topic: string) => readTopicId(["127.0.0.1:1", kafka.brokers], topic);
  const first = await read("task-events");
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(await read("reminders")).not.toBe(first);
  expect(await read("task-events")).toBe(first);
  expect(await read("no-such-topic")).toBeNull();
  await kafka.renew("task-events");
  await until("another id", async () => (await read("task-events")) !== first);
});

test("without a broker it says so", async () => {
  await expect(readTopicId(["127.0.0.1:1"], "task-events")).rejects.toThrow("no broker told");
});
