// From Kafka through a real sidecar to a webhook and into the audit log: each notification once, also when the sidecar dies.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvents } from "../../database/audit/list-events.ts";
import type { Database } from "../../database/pool.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import { defaultSettings } from "../../domain/settings.ts";
import { emptyConversation } from "../../domain/conversation.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import * as dapr from "../../tests/dapr.ts";
import { startReceiver, type Receiver } from "../../tests/http-receiver.ts";
import { startKafka, type TestKafka } from "../../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { createApp } from "../app.ts";
import type { DeadLetter } from "../consumer.ts";
import { createReader } from "../reader.ts";
import { auditConsumer } from "../audit/consumer.ts";
import { createBury } from "../dapr.ts";
import { createNotify, type NotifyActors } from "./notify.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let control: dapr.ControlPlane;
let sidecar: dapr.Sidecar;
let db: Database;
let receiver: Receiver;
let server: ServerType;
let notify: ReturnType<typeof createNotify>;
const reported: Parameters<NotifyActors["reportDelivery"]>[0][] = [];

const component = (name: string) =>
  readFile(new URL(`../../components/${name}.yaml`, import.meta.url), "utf8");

/** People whose webhook is the receiver; what they are told of is kept. */
const actors = (): NotifyActors => ({
  readUser: async (id) => {
    const time = new Date().toISOString();
    const settings = { ...defaultSettings, webhookUrl: `${receiver.url}/hook` };
    const user = { id, settings, version: 1, createdAt: time, updatedAt: time };
    return { ok: true, user, conversation: emptyConversation, directory: emptyDirectory };
  },
  reportDelivery: async (report) => {
    reported.push(report);
    return { taken: true };
  },
  reportNotice: async () => ({ taken: true }),
});

beforeAll(async () => {
  [kafka, postgres, control, receiver] = await Promise.all([
    startKafka(),
    startPostgres(),
    dapr.startControlPlane(),
    startReceiver(),
  ]);
  db = await postgres.openDatabase();
  const [port, log] = [await dapr.freePort(), pino({ enabled: false })];
  const config = { NOTIFY_ALLOW_PRIVATE_ADDRESSES: "true" as const };
  notify = createNotify({ db, actors: actors(), config, log });
  const bury = (letter: DeadLetter) => createBury(sidecar)(letter);
  const app = createApp({
    readers: {
      log: createReader([auditConsumer(db)], { bury, log }),
      notify: createReader([notify.consumer], { bury, log }),
    },
    appToken: "app",
    log,
  });
  server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  if (!server.listening) await once(server, "listening");
  const names = ["pubsub-log", "subscription-log-reminders", "resiliency"];
  sidecar = await control.sidecar({
    appId: "consumers",
    appPort: port,
    appToken: "app",
    resources: await Promise.all([...names, "pubsub-notify", "subscription-notify"].map(component)),
    env: { KAFKA_BROKERS: kafka.brokers },
  });
}, 120_000);

afterAll(async () => {
  server?.close();
  receiver?.close();
  await notify?.stop();
  await Promise.all([control?.stop(), kafka?.stop(), postgres?.stop()]);
}, 60_000);

const send = (events: (ReminderEvent | string)[]) =>
  kafka.send(
    "reminders",
    events.map((event) =>
      typeof event === "string"
        ? { key: "someone", value: event }
        : { key: event.ownerid, value: JSON.stringify(event) },
    ),
  );

/** Waits until the actors heard of all of them, and says how often each was sent. */
const delivered = async (events: ReminderEvent[], deadlineMs = 30_000): Promise<Set<number>> => {
  const ids = new Set(events.map(({ subject }) => subject));
  const heard = () => new Set(reported.map(({ reminderId }) => reminderId)).intersection(ids).size;
  await dapr.until(`${ids.size} reports`, async () => heard() === ids.size, deadlineMs);
  const times = new Map<string, number>();
  for (const { body } of receiver.received) {
    const { data } = JSON.parse(body.toString()) as { data: { reminderIds: string[] } };
    const [id = ""] = data.reminderIds;
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return new Set([...ids].map((id) => times.get(id) ?? 0));
};

test("a fired reminder is sent and reported, and is in the history of its task", async () => {
  const event = firedReminder();
  await send([event]);
  expect(await delivered([event])).toEqual(new Set([1]));
  expect(reported).toMatchObject([
    { reminderId: event.subject, attempt: 1, outcome: { ok: true } },
  ]);
  const { ownerid: ownerId, data } = event;
  const events = await dapr.until("the history", async () => {
    const page = await listEvents(db, { ownerId, taskId: data.taskId, limit: 5 });
    return page.ok && page.value.events.length > 0 && page.value.events;
  });
  expect(events).toMatchObject([{ eventId: event.id, subject: event.subject }]);
}, 60_000);

test("poison ends in the dead-letter topic and holds nothing up", async () => {
  const [before, after] = [firedReminder(), firedReminder()];
  await send([before, '{"broken', after]);
  expect(await delivered([before, after])).toEqual(new Set([1]));
  await dapr.until("the letter", async () => (await kafka.count("notify.dead-letter")) === 1);
}, 60_000);

test("a sidecar that is killed in the middle of 300 reminders: each is sent, none twice", async () => {
  const events = Array.from({ length: 300 }, () => firedReminder());
  await send(events);
  const first = new Set(events.map(({ subject }) => subject));
  await dapr.until("the first ones", async () =>
    reported.some(({ reminderId }) => first.has(reminderId)),
  );
  await sidecar.restart();
  expect(await delivered(events, 60_000)).toEqual(new Set([1]));
}, 90_000);
