// A new consumer group that takes the place of two others, on a real Kafka under a real sidecar.
import { readFile } from "node:fs/promises";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Event } from "../domain/event.ts";
import { newId } from "../domain/ids.ts";
import * as dapr from "../tests/dapr.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { createApp } from "./app.ts";
import { createReader } from "./reader.ts";
import { type KafkaLog, openKafka, type Offsets, type TopicRecord } from "./kafka.ts";
import { takeOver } from "./take-over.ts";

let kafka: TestKafka;
let control: dapr.ControlPlane;
let tool: KafkaLog;
let server: ServerType;
beforeAll(async () => {
  [kafka, control] = await Promise.all([startKafka(), dapr.startControlPlane()]);
  tool = await openKafka([kafka.brokers]);
}, 120_000);
afterAll(async () => {
  server?.close();
  await tool?.close();
  await Promise.all([control?.stop(), kafka?.stop()]);
}, 60_000);

const topic = "task-events";
const write = async (owners: string[]) => {
  const events = owners.map((ownerId) => exampleEvent(exampleTask({ ownerId })));
  await kafka.send(
    topic,
    events.map((event) => ({ key: event.ownerid, value: JSON.stringify(event) })),
  );
};
const idOf = ({ value }: TopicRecord): string => JSON.parse(value.toString()).id;

test("a new group goes on at the lower place of its predecessors, and at the beginning where one of them has none", async () => {
  const owners = Array.from({ length: 40 }, () => newId());
  await write([...owners, ...owners]);
  const audit = await tool.endOffsets(topic);
  const used = [...audit].filter(([, end]) => end > 0n);
  const search: Offsets = new Map(used.slice(1).map(([at, end]) => [at, end - 1n]));
  await tool.commit("audit", topic, new Map(used));
  await tool.commit("search", topic, search);
  await write(owners);

  const wanted: string[] = [];
  const onBatch = async (records: TopicRecord[]) => {
    for (const record of records)
      if (BigInt(record.offset) >= (search.get(record.partition) ?? 0n)) wanted.push(idOf(record));
  };
  await tool.readTopic({ topic, onBatch });
  expect(wanted.length).toBeLessThan(3 * owners.length);

  const got = new Set<string>();
  const store = async (events: Event[]) => {
    for (const { id } of events) got.add(id);
  };
  const log = pino({ enabled: false });
  const app = createApp({
    readers: {
      log: createReader([{ name: "audit", store }], { bury: async () => undefined, log }),
    },
    appToken: "app",
    log,
  });
  const component = (name: string) =>
    readFile(new URL(`../components/${name}.yaml`, import.meta.url), "utf8");
  const resources = ["pubsub-log", "subscription-log", "resiliency"].map(component);
  const appPort = await dapr.freePort();
  // The sidecar is there already and waits for the app.
  const sidecar = control.sidecar({
    appId: "consumers",
    appPort,
    appToken: "app",
    resources: await Promise.all(resources),
    env: { KAFKA_BROKERS: kafka.brokers },
  });
  await takeOver(tool, { group: "log", formerly: ["audit", "search"], topics: [topic] });
  server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: appPort });
  await sidecar;
  await dapr.until("what is new", async () => wanted.every((id) => got.has(id)), 60_000);
  expect([...got].toSorted()).toEqual(wanted.toSorted());
}, 180_000);
