// kafkajs against a real Kafka, as far as it is mended here.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { Kafka, logLevel } from "./kafkajs.ts";

let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka();
}, 60_000);
afterAll(() => kafka.stop());

test("a connection over which nothing waits sets no timers, and still carries what is asked many at once", async () => {
  const admin = new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.listTopics();
  const timers = vi.spyOn(globalThis, "setTimeout");
  await sleep(300);
  expect(timers.mock.calls.length).toBeLessThan(20);
  timers.mockRestore();
  const asked = Array.from({ length: 50 }, () => admin.fetchTopicOffsets("task-events"));
  expect(new Set((await Promise.all(asked)).map((one) => one.length))).toEqual(new Set([6]));
  await admin.disconnect();
});
