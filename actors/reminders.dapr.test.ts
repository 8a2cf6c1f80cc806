// Reminders on real sidecars, two hosts and a real scheduler: told once whoever is asked how often, and until it has worked.
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { ReminderEvent } from "../domain/reminder-event.ts";
import type { TaskReply } from "../domain/reply.ts";
import {
  type ControlPlane,
  freePort,
  type Sidecar,
  startControlPlane,
  until,
} from "../tests/dapr.ts";
import { idleRelay } from "../tests/idle-relay.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { createActorClient } from "./client.ts";
import { createDapr } from "./dapr.ts";
import type { ActorDeps } from "./deps.ts";
import { createHost, type Here } from "./host.ts";
import { jobHandler } from "./job-handler.ts";
import type { Message } from "../sidecar/message.ts";
import { taskActor } from "./task/actor.ts";
import { jobName } from "./task/jobs.ts";

const log = pino({ level: "silent" });
const owner = newId();
let postgres: TestPostgres;
let plane: ControlPlane;
let hosts: { server: Server; sidecar: Sidecar; port: number }[];
/** What left the actors, by both hosts. */
let published: Message[] = [];
/** How often a Job is still answered with a failure. */
let failuresLeft = 0;
let failed = 0;
/** How far the actors' clock is ahead, ms. */
let ahead = 0;
/** The names of the Jobs that came. */
let came: string[] = [];

const stateStore = (url: string): string => `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.postgresql
  version: v2
  metadata:
    - { name: actorStateStore, value: "true" }
    - { name: connectionString, value: "${url}" }
`;

const startHost = async (url: string) => {
  const port = await freePort();
  let sidecar: Sidecar | undefined;
  const dapr = () =>
    createDapr({ httpPort: sidecar?.httpPort ?? 0, apiToken: sidecar?.apiToken ?? "" });
  const deps = (): ActorDeps => ({
    dapr: dapr(),
    publish: async (message) => void published.push(message),
    relay: idleRelay,
    now: () => new Date(Date.now() + ahead),
    newId,
    random: Math.random,
    horizonMs: 86_400_000,
  });
  const handle = (name: string, here: Here) => jobHandler(dapr(), log)(name, here);
  const { app } = createHost({
    types: { TaskActor: (id, isCurrent) => taskActor(deps())(id, isCurrent) },
    appToken: "app-token",
    log,
    onJob: async (name, here) => {
      came.push(name);
      if (failuresLeft > 0) {
        failuresLeft -= 1;
        failed += 1;
        throw new Error("not yet");
      }
      await handle(name, here);
    },
  });
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }) as Server;
  sidecar = await plane.sidecar({
    appId: "actors",
    appPort: port,
    appToken: "app-token",
    resources: [stateStore(url)],
  });
  return { server, sidecar, port };
};

beforeAll(async () => {
  postgres = await startPostgres();
  plane = await startControlPlane();
  const url = await postgres.createDatabase();
  hosts = [await startHost(url), await startHost(url)];
}, 120_000);

afterAll(async () => {
  await plane?.stop();
  for (const { server } of hosts ?? []) server.close();
  await postgres?.stop();
});

beforeEach(() => {
  published = [];
  failuresLeft = 0;
  failed = 0;
  ahead = 0;
  came = [];
});

const client = (host = 0) => {
  const sidecar = hosts[host]?.sidecar;
  if (!sidecar) throw new Error("there is no such host");
  const { httpPort, apiToken } = sidecar;
  return createActorClient({ daprHttpPort: httpPort, daprApiToken: apiToken });
};

/** A task with a reminder due in so many ms. */
const remind = async (inMs: number) => {
  const taskId = newId();
  const reminderId = newId();
  const at = new Date(Date.now() + inMs).toISOString();
  const trigger = { kind: "instant" as const, at };
  const reply: TaskReply = await client().execute({
    v: 1,
    command: {
      type: "task.create",
      taskId,
      fields: { title: "x", reminders: [{ id: reminderId, trigger, channels: null }] },
    },
    origin: {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: owner,
      source: "rest",
      device: null,
      traceparent: null,
    },
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return { taskId, reminderId, at };
};

const fired = (reminderId: string) =>
  published.flatMap(({ topic, event }) => {
    const told = topic === "reminders" ? ReminderEvent.parse(event) : null;
    const isIt = told?.type === "punctual.reminder.fired.v1" && told.subject === reminderId;
    return told !== null && isIt ? [told] : [];
  });

test("a reminder is told at its instant, never early", async () => {
  const { reminderId, at } = await remind(1_200);
  await until("it is told", async () => fired(reminderId).length === 1);
  expect(Date.parse(fired(reminderId)[0]?.time ?? "")).toBeGreaterThanOrEqual(Date.parse(at));
});

test("an actor whose clock is behind is asked a few times, not in a loop, and tells at its instant by that clock", async () => {
  ahead = -8_000;
  const { taskId, reminderId, at } = await remind(500);
  await until("it is told", async () => fired(reminderId).length === 1, 30_000);
  expect(Date.parse(fired(reminderId)[0]?.time ?? "")).toBeGreaterThanOrEqual(Date.parse(at));
  const mine = came.filter((name) => name === jobName({ taskId, reminderId, generation: 1 }));
  expect(mine.length).toBeLessThanOrEqual(3);
}, 60_000);

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  "a handler that fails %i times is asked until it has worked, and tells once",
  async (times) => {
    failuresLeft = times;
    const { reminderId } = await remind(200);
    await until("it is told", async () => fired(reminderId).length > 0, 40_000);
    expect(failed).toBe(times);
    expect(fired(reminderId)).toHaveLength(1);
  },
  60_000,
);

test("the same reminder triggered twenty times at once on two hosts is told once", async () => {
  const { taskId, reminderId } = await remind(60_000);
  const waiting = await client().readTask({ taskId, userId: owner });
  expect(waiting).toMatchObject({ ok: true, reminders: [{ state: "scheduled", generation: 1 }] });
  const soon = await remind(700);
  await until("it is nearly due", async () => Date.parse(soon.at) - Date.now() < 300, 5_000);
  const name = jobName({ taskId: soon.taskId, reminderId: soon.reminderId, generation: 1 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      fetch(`http://127.0.0.1:${hosts[n % 2]?.port}/job/${name}`, {
        method: "POST",
        headers: { "dapr-api-token": "app-token" },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(fired(soon.reminderId)).toHaveLength(1);
  expect(Date.parse(fired(soon.reminderId)[0]?.time ?? "")).toBeGreaterThanOrEqual(
    Date.parse(soon.at),
  );
  expect(fired(reminderId)).toHaveLength(0);
});

test("a Job whose name is not a reminder's is let go", async () => {
  const answer = await fetch(
    `http://127.0.0.1:${hosts[0]?.port}/job/${encodeURIComponent("../x")}`,
    {
      method: "POST",
      headers: { "dapr-api-token": "app-token" },
    },
  );
  expect(answer.status).toBe(200);
});

test("a task that is erased is nowhere any more: its Job never comes, and its owner's id alone erases it", async () => {
  const { taskId, reminderId } = await remind(2_500);
  expect(await client().eraseTask({ taskId, userId: newId() })).toEqual({ erased: false });
  expect(await client().eraseTask({ taskId, userId: owner })).toEqual({ erased: true });
  expect(await client(1).eraseTask({ taskId, userId: owner })).toEqual({ erased: true });
  expect(await client().readTask({ taskId, userId: owner })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await client().showState({ type: "TaskActor", id: taskId })).toMatchObject({
    value: null,
  });
  const later = await remind(3_500);
  await until("one that is due after it is told", async () => fired(later.reminderId).length === 1);
  expect(came).not.toContain(jobName({ taskId, reminderId, generation: 1 }));
  expect(fired(reminderId)).toEqual([]);
});
