// Topics of the log that are made anew together, on a real Kafka; where the subscriptions stand is committed by the test.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLogTopic } from "../../database/log-topics/read-log-topic.ts";
import { saveLogTopic } from "../../database/log-topics/save-log-topic.ts";
import type { Database } from "../../database/pool.ts";
import { until } from "../../tests/dapr.ts";
import { startKafka, type TestKafka } from "../../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { openKafka } from "../kafka.ts";
import { startTopicWatch } from "./watch.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  [kafka, postgres] = await Promise.all([startKafka(), startPostgres()]);
  db = await postgres.openDatabase();
}, 120_000);
afterAll(() => Promise.all([kafka?.stop(), postgres?.stop()]), 60_000);

const topics = ["task-events", "reminders"];

test("a topic that waits for what its subscription has yet to reach holds up no other", async () => {
  await Promise.all(topics.map((name) => saveLogTopic(db, { name, topicId: "of-before" })));
  await kafka.send("task-events", [{ key: "one", value: "first" }]);
  await kafka.send("reminders", [{ key: "one", value: "rings" }]);
  const tool = await openKafka([kafka.brokers]);
  const ends = await tool.endOffsets("task-events");
  await tool.commit("log", "task-events", new Map([...ends].map(([at, end]) => [at, end + 5n])));
  await tool.close();

  const read = new Set<string>();
  const reader = {
    group: "log",
    topics,
    read: async (records: { topic: string }[]) => {
      for (const { topic } of records) read.add(topic);
      return records.map(() => "done" as const);
    },
  };
  const log = pino({ enabled: false });
  const watch = startTopicWatch({ db, brokers: [kafka.brokers], readers: [reader], log }, 200);
  try {
    await until("the second topic", async () => read.has("reminders"), 30_000);
    await until("a new id", async () => (await readLogTopic(db, "reminders")) !== "of-before");
    await saveLogTopic(db, { name: "reminders", topicId: "of-before" });
    await until("once more", async () => (await readLogTopic(db, "reminders")) !== "of-before");
    expect(await readLogTopic(db, "task-events")).toBe("of-before");
  } finally {
    await watch.stop();
  }
}, 120_000);
