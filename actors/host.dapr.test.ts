import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TaskCommand } from "../domain/command.ts";
import { newId } from "../domain/ids.ts";
import {
  type ControlPlane,
  freePort,
  memoryPubsub,
  memoryStateStore,
  type Sidecar,
  startControlPlane,
  until,
} from "../tests/dapr.ts";
import { type ActorFactory, BadCall } from "./actor.ts";
import { createActorClient } from "./client.ts";
import { DaprError } from "../sidecar/client.ts";
import { createDapr } from "./dapr.ts";
import { createHost } from "./host.ts";
import { createSidecar } from "../sidecar/client.ts";
import { createPublishBulk } from "../sidecar/publish-bulk.ts";
import { createPublisher } from "../sidecar/publisher.ts";
import { bringOut } from "./relay/bring-out.ts";
import { createRelay } from "./relay/relay.ts";
import type { ActorDeps } from "./deps.ts";
import { taskActor } from "./task/actor.ts";
import { userActor } from "./user/actor.ts";

let plane: ControlPlane;
let sidecar: Sidecar;
let server: Server;
let dapr: ReturnType<typeof createDapr>;
let client: ReturnType<typeof createActorClient>;

/** How often the probe's reminder handler fails before it works, and what it saw. */
const reminded: { name: string; failed: boolean }[] = [];
let failuresLeft = 0;
let pubsub = "pubsub";

const probe: ActorFactory = (id) => ({
  invoke: async (method) => {
    if (method === "fail") throw new Error("the disk is full");
    if (method === "bad") throw new BadCall("no such method");
    return { id, method };
  },
  remind: async (name) => {
    const failed = failuresLeft > 0;
    reminded.push({ name, failed });
    failuresLeft -= 1;
    if (failed) throw new Error("not yet");
    await dapr.deleteReminder({ type: "Probe", id }, name);
  },
});

const log = pino({ level: "silent" });
/** The Jobs that the relay has made. */
const notes: string[] = [];

beforeAll(async () => {
  plane = await startControlPlane();
  const port = await freePort();
  const httpPort = () => sidecar.httpPort;
  const late = { get: () => createDapr({ httpPort: httpPort(), apiToken: sidecar.apiToken }) };
  const deps = (): ActorDeps => ({
    dapr: late.get(),
    publish: (message) =>
      createPublisher(
        createPublishBulk(
          createSidecar({ httpPort: httpPort(), apiToken: sidecar.apiToken }),
          pubsub,
        ),
      ).publish(message),
    relay,
    now: () => new Date(),
    newId,
    random: Math.random,
    horizonMs: 86_400_000,
  });
  const relay = createRelay({
    dapr: {
      scheduleJob: async (job) => {
        await late.get().scheduleJob(job);
        notes.push(job.name);
      },
      deleteJob: (name) => late.get().deleteJob(name),
    },
    bringOut: (actor) => bringOut({ dapr: late.get(), here: host.here, log }, actor),
    log,
    newId,
    random: Math.random,
  });
  const host = createHost({
    types: {
      Probe: probe,
      TaskActor: (id, isCurrent) => taskActor(deps())(id, isCurrent),
      UserActor: (id, isCurrent) => userActor(deps())(id, isCurrent),
    },
    appToken: "app-token",
    log,
  });
  server = serve({ fetch: host.app.fetch, hostname: "127.0.0.1", port }) as Server;
  sidecar = await plane.sidecar({
    appId: "actors",
    appPort: port,
    appToken: "app-token",
    resources: [memoryStateStore, memoryPubsub()],
  });
  dapr = late.get();
  client = createActorClient({ daprHttpPort: sidecar.httpPort, daprApiToken: sidecar.apiToken });
  await until("actors placed", () =>
    dapr.invokeActor({ type: "Probe", id: "a" }, "hello", {}, { deadlineMs: 2_000 }),
  );
}, 120_000);

afterAll(async () => {
  await plane?.stop();
  server?.close();
});

const owner = newId();
const envelope = (command: TaskCommand, actorId = owner, commandId = newId()) => ({
  v: 1 as const,
  command,
  origin: {
    commandId,
    correlationId: newId(),
    causationId: newId(),
    actorId,
    source: "rest" as const,
    device: null,
    traceparent: null,
  },
});
const create = (taskId: string, title = "buy milk") =>
  envelope({ type: "task.create", taskId, fields: { title } });

test("a method's answer and a throw's text reach the caller through the sidecar", async () => {
  const address = { type: "Probe", id: "b" };
  expect(await dapr.invokeActor(address, "hello", {}, { deadlineMs: 5_000 })).toEqual({
    id: "b",
    method: "hello",
  });
  const failure = await dapr
    .invokeActor(address, "fail", {}, { deadlineMs: 5_000 })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DaprError);
  expect((failure as DaprError).body).toContain("the disk is full");
});

test("a wrong argument is refused at once instead of being repeated until the deadline", async () => {
  const wrong = { ...create(newId()), v: 2 } as never;
  await expect(client.execute(wrong)).rejects.toThrow(DaprError);
});

test("a created task is read back by its owner and is not found by a stranger", async () => {
  const taskId = newId();
  expect(await client.execute(create(taskId))).toMatchObject({
    ok: true,
    repeated: false,
    task: { version: 1, title: "buy milk" },
  });
  expect(await client.readTask({ taskId, userId: owner })).toMatchObject({
    ok: true,
    task: { version: 1 },
  });
  const stranger = newId();
  const unknown = await client.readTask({ taskId: newId(), userId: stranger });
  expect(await client.readTask({ taskId, userId: stranger })).toEqual(unknown);
  expect(await client.execute(envelope({ type: "task.complete", taskId }, stranger))).toEqual(
    unknown,
  );
});

test("the same command five times at once changes the task once, and all are told what it changed", async () => {
  const taskId = newId();
  const command = create(taskId);
  const replies = await Promise.all(Array.from({ length: 5 }, () => client.execute(command)));
  expect(replies.filter((reply) => reply.ok && !reply.repeated)).toHaveLength(1);
  const told = replies.map((reply) => reply.ok && { task: reply.task, changes: reply.changes });
  expect(told[0]).toMatchObject({ task: { version: 1 }, changes: { status: { after: "open" } } });
  expect(told).toEqual(Array(5).fill(told[0]));
});

test("while publishing fails a change is still committed and answered, and the relay sends it once publishing heals", async () => {
  notes.length = 0;
  pubsub = "nowhere";
  const broken = newId();
  expect(await client.execute(create(broken))).toMatchObject({ ok: true });
  const stored = async () =>
    (await dapr.readState({ type: "TaskActor", id: broken }, "state")) as { outbox: unknown[] };
  expect((await stored()).outbox).toHaveLength(1);
  const [job = ""] = await until(
    "the relay has made a Job of it",
    async () => notes.length > 0 && notes,
  );
  const isThere = async () => {
    const headers = { "dapr-api-token": sidecar.apiToken };
    const url = `http://127.0.0.1:${sidecar.httpPort}/v1.0/jobs/${job}`;
    return (await fetch(url, { headers })).status === 200;
  };
  expect(await isThere()).toBe(true);
  pubsub = "pubsub";
  await until("the relay has brought it out", async () => !(await isThere()), 30_000);
}, 60_000);

test.each([1, 3, 6])(
  "a reminder whose handler fails %i times comes again until it has worked, then never",
  async (failures) => {
    const name = `fails-${failures}`;
    failuresLeft = failures;
    reminded.length = 0;
    await dapr.registerReminder(
      { type: "Probe", id: "c" },
      { name, dueInMs: 100, periodMs: 1_000 },
    );
    await until("the handler worked", async () => reminded.some((one) => !one.failed), 60_000);
    expect(reminded.filter((one) => one.failed)).toHaveLength(failures);
    // The handler deletes it after it has worked.
    await until("the reminder is gone", async () => {
      const answer = await fetch(
        `http://127.0.0.1:${sidecar.httpPort}/v1.0/actors/Probe/c/reminders/${name}`,
        { headers: { "dapr-api-token": sidecar.apiToken } },
      );
      return answer.status !== 200;
    });
  },
  90_000,
);

test("a sidecar that is killed and comes back serves again, and the host reads its state anew", async () => {
  const userId = newId();
  const settings = {
    v: 1 as const,
    command: { type: "user.patch" as const, changes: { timeZone: "Europe/Berlin" } },
    origin: create(newId()).origin,
  };
  settings.origin.actorId = userId;
  expect(await client.changeUser(userId, settings)).toMatchObject({
    ok: true,
    user: { version: 1, settings: { timeZone: "Europe/Berlin" } },
  });
  const pending = sidecar.restart();
  // The store lives in the sidecar's memory: after its restart only a host that forgot its instances says "version 0".
  const reply = await client.readUser(userId);
  await pending;
  expect([0, 1]).toContain(reply.ok && reply.user.version);
  expect(
    await until("a fresh read", async () => {
      const again = await client.readUser(userId);
      return again.ok && again.user.version === 0 && again;
    }),
  ).toMatchObject({ user: { settings: { timeZone: "UTC" } } });
}, 60_000);

test("a person who is erased is one nobody has heard of, whose clock rings no more", async () => {
  const userId = newId();
  const { origin } = envelope({ type: "task.delete", taskId: newId() }, userId);
  const command = { type: "user.patch" as const, changes: { digestTime: "08:00" } };
  expect(await client.changeUser(userId, { v: 1, command, origin })).toMatchObject({
    user: { version: 1 },
  });
  expect(await client.eraseUser(userId)).toEqual({ erased: true });
  expect(await client.eraseUser(userId)).toEqual({ erased: true });
  expect(await client.readUser(userId)).toMatchObject({
    user: { version: 0, settings: { digestTime: null } },
  });
  expect(await dapr.readState({ type: "UserActor", id: userId }, "state")).toBeNull();
  const headers = { "dapr-api-token": sidecar.apiToken };
  const url = `http://127.0.0.1:${sidecar.httpPort}/v1.0/actors/UserActor/${userId}/reminders/digest`;
  const left = await fetch(url, { headers });
  expect(await left.text()).not.toContain("dueTime");
});
