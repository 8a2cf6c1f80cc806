// The whole way from Kafka through a real sidecar into PostgreSQL, with what can go wrong on it.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, Queryable } from "../database/pool.ts";
import type { TaskEvent } from "../domain/event.ts";
import { newId } from "../domain/ids.ts";
import * as dapr from "../tests/dapr.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { createApp } from "./app.ts";
import { createReader } from "./reader.ts";
import { auditConsumer } from "./audit/consumer.ts";
import { createBury } from "./dapr.ts";
import { openKafka, type TopicRecord } from "./kafka.ts";
import { searchConsumer } from "./search/consumer.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let control: dapr.ControlPlane;
let sidecar: dapr.Sidecar;
let db: Database;
let port: number;
let server: ServerType;
/** While it is set every statement of the consumers fails with it; `attempts` counts them. */
let outage: Error | null = null;
let attempts = 0;
/** What was in the log before any consumer ever ran. */
const early = Array.from({ length: 20 }, () => exampleEvent(exampleTask()));

const listen = async (): Promise<void> => {
  const query = (text: string, values?: unknown[]) => {
    attempts += 1;
    return outage ? Promise.reject(outage) : db.query(text, values);
  };
  const failing = { query } as unknown as Queryable;
  const log = pino({ enabled: false });
  const app = createApp({
    readers: {
      log: createReader([auditConsumer(failing), searchConsumer(failing, 86_400_000)], {
        bury: (letter) => createBury(sidecar)(letter),
        log,
      }),
    },
    appToken: "app",
    log,
  });
  server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  if (!server.listening) await once(server, "listening");
};

const component = (name: string) =>
  readFile(new URL(`../components/${name}.yaml`, import.meta.url), "utf8");

beforeAll(async () => {
  [kafka, postgres, control] = await Promise.all([
    startKafka(),
    startPostgres(),
    dapr.startControlPlane(),
  ]);
  db = await postgres.openDatabase();
  port = await dapr.freePort();
  await send(early);
  await listen();
  sidecar = await control.sidecar({
    appId: "consumers",
    appPort: port,
    appToken: "app",
    resources: await Promise.all(["pubsub-log", "subscription-log", "resiliency"].map(component)),
    env: { KAFKA_BROKERS: kafka.brokers },
  });
}, 120_000);

afterAll(async () => {
  server?.close();
  await Promise.all([control?.stop(), kafka?.stop(), postgres?.stop()]);
}, 60_000);

const events = (count: number): TaskEvent[] =>
  Array.from({ length: count }, () => exampleEvent(exampleTask()));

/** Sends to `task-events`, everything of one call to one partition. */
const send = (values: (TaskEvent | string)[], key: string = newId()) =>
  kafka.send(
    "task-events",
    values.map((value) => ({
      key,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
  );

const count = async (table: string, column: string, ids: string[]): Promise<number> => {
  const statement = `select count(*)::int as count from ${table} where ${column} = any ($1)`;
  return (await db.query<{ count: number }>(statement, [ids])).rows[0]?.count ?? 0;
};

/** Waits until the audit log and the read model have all of them; fails when either has one twice or more. */
const arrived = async (sent: TaskEvent[], deadlineMs = 30_000): Promise<true> => {
  const [ids, tasks] = [sent.map((event) => event.id), sent.map((event) => event.subject)];
  await dapr.until(
    `${sent.length} events`,
    async () =>
      (await count("audit", "event_id", ids)) === sent.length &&
      (await count("tasks", "id", tasks)) === sent.length,
    deadlineMs,
  );
  return true;
};

const byText = (one: string, other: string) => (one < other ? -1 : 1);

const letters = async (topic: "audit.dead-letter" | "search.dead-letter") => {
  const log = await openKafka([kafka.brokers]);
  const found: TopicRecord[] = [];
  await log.readTopic({ topic, onBatch: async (records) => void found.push(...records) });
  await log.close();
  return found;
};

test("events reach the audit log and the read model, also those from before the first start", async () => {
  const sent = events(2_000);
  await send(sent);
  await expect(arrived([...early, ...sent])).resolves.toBe(true);
});

test("poison ends in both dead-letter topics with its bytes, its key and the reason; its neighbours are stored", async () => {
  const [before, after] = events(2) as [TaskEvent, TaskEvent];
  const { time: _, ...timeless } = exampleEvent(exampleTask());
  const key = newId();
  const poison = ['{"broken', JSON.stringify(timeless), ""];
  await send([before, ...poison, after], key);
  await arrived([before, after]);
  for (const topic of ["audit.dead-letter", "search.dead-letter"] as const) {
    await dapr.until(topic, async () => (await kafka.count(topic)) === poison.length);
    const found = await letters(topic);
    expect(found.map((letter) => letter.value.toString()).toSorted(byText)).toEqual(
      poison.toSorted(byText),
    );
    expect(found.map((letter) => letter.key)).toEqual([key, key, key]);
    expect(found.map((letter) => letter.headers["reason"] ?? "").toSorted(byText)).toEqual([
      "the record is not JSON in UTF-8",
      "the record is not JSON in UTF-8",
      "time: must be a UTC instant such as 2026-12-01T08:00:00.000Z",
    ]);
    expect(found.every((letter) => letter.headers["from-topic"] === "task-events")).toBe(true);
  }
});

test("while the database is away nothing is given up, and all is stored when it is back", async () => {
  const given = await kafka.count("audit.dead-letter");
  outage = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  attempts = 0;
  const sent = events(50);
  await send(sent);
  // daprd's own policy gives up after three retries; ours must go on.
  await dapr.until("many attempts of both", async () => attempts >= 12, 40_000);
  outage = null;
  await expect(arrived(sent, 10_000)).resolves.toBe(true);
  expect(await kafka.count("audit.dead-letter")).toBe(given);
}, 60_000);

test("while the app is away nothing is given up, and all is stored when it is back", async () => {
  const given = await kafka.count("audit.dead-letter");
  const closed = once(server, "close");
  server.close();
  if ("closeAllConnections" in server) server.closeAllConnections();
  await closed;
  let refused = 0;
  const refusing = createServer((socket) => {
    refused += 1;
    socket.destroy();
  });
  await once(refusing.listen(port, "127.0.0.1"), "listening");
  const sent = events(50);
  await send(sent);
  await dapr.until("deliveries and health probes", async () => refused >= 8, 40_000);
  await once(refusing.close(), "close");
  await listen();
  await expect(arrived(sent)).resolves.toBe(true);
  expect(await kafka.count("audit.dead-letter")).toBe(given);
}, 60_000);

test("a sidecar that is killed in the middle of 1,000 events loses none and stores none twice", async () => {
  const sent = events(1_000);
  const sending = (async () => {
    for (let from = 0; from < sent.length; from += 50) await send(sent.slice(from, from + 50));
  })();
  const ids = sent.map((event) => event.id);
  await dapr.until("the first ones", async () => (await count("audit", "event_id", ids)) > 100);
  await sidecar.restart();
  await sending;
  await expect(arrived(sent, 40_000)).resolves.toBe(true);
}, 90_000);
