// A topic of the log that is deleted and made anew under a real sidecar's subscription.
import { readFile } from "node:fs/promises";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import * as dapr from "../../tests/dapr.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import { startKafka, type TestKafka } from "../../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { createApp } from "../app.ts";
import { auditConsumer } from "../audit/consumer.ts";
import { createReader } from "../reader.ts";
import { startTopicWatch } from "./watch.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let control: dapr.ControlPlane;
let db: Database;
let server: ServerType;
const log = pino({ enabled: false });
const component = (name: string) =>
  readFile(new URL(`../../components/${name}.yaml`, import.meta.url), "utf8");

beforeAll(async () => {
  [kafka, postgres, control] = await Promise.all([
    startKafka(),
    startPostgres(),
    dapr.startControlPlane(),
  ]);
  db = await postgres.openDatabase();
  const bury = async () => undefined;
  const readers = { log: createReader([auditConsumer(db)], { bury, log }) };
  const app = createApp({ readers, appToken: "app", log });
  const port = await dapr.freePort();
  server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  const names = ["pubsub-log", "subscription-log", "resiliency"];
  await control.sidecar({
    appId: "consumers",
    appPort: port,
    appToken: "app",
    resources: await Promise.all(names.map(component)),
    env: { KAFKA_BROKERS: kafka.brokers },
  });
}, 120_000);
afterAll(async () => {
  server?.close();
  await Promise.all([control?.stop(), kafka?.stop(), postgres?.stop()]);
}, 60_000);

/** Writes events of one person: all come into one partition. */
const write = async (count: number) => {
  const owner = exampleTask().ownerId;
  const events = Array.from({ length: count }, () => exampleEvent(exampleTask({ ownerId: owner })));
  const records = events.map((event) => ({ key: "one", value: JSON.stringify(event) }));
  await kafka.send("task-events", records);
  return events.map(({ id }) => id);
};
const stored = async (ids: string[]) =>
  Number(
    (await db.query("select count(*) from audit where event_id = any ($1)", [ids])).rows[0].count,
  );
const allOf = (ids: string[]) => async () => (await stored(ids)) === ids.length;

test("all of a topic that was made anew is read, also what stands before the place of the old one", async () => {
  const reader = {
    group: "log",
    topics: ["task-events"],
    read: createReader([auditConsumer(db)], { bury: async () => undefined, log }),
  };
  const deps = { db, brokers: [kafka.brokers], readers: [reader], log };
  const watch = startTopicWatch(deps, 500);
  await dapr.until("the first ones", allOf(await write(40)), 60_000);
  await dapr.until("a remembered topic", async () => {
    const { rows } = await db.query("select from log_topics");
    return rows.length === 1;
  });
  await kafka.renew("task-events");
  const anew = await write(70);
  await dapr.until("all of the new topic", allOf(anew), 90_000);
  const later = await write(5);
  await dapr.until("what comes later", allOf(later), 90_000);
  await watch.stop();
  expect(await stored([...anew, ...later])).toBe(75);
}, 240_000);
