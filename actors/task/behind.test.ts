// A command is answered when it is saved; what it publishes comes behind, in order, and is not lost with its host.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { idleRelay } from "../../tests/idle-relay.ts";
import type { ActorDeps } from "../deps.ts";
import type { Message } from "../../sidecar/message.ts";
import { taskActor } from "./actor.ts";

/** A host with a store of its own and a Kafka that takes a message when the test says so. */
const aHost = () => {
  const [taskId, userId, parentId] = [newId(), newId(), newId()];
  let stored: unknown = null;
  const waiting: { message: Message; took: () => void }[] = [];
  const dapr = {
    readState: async () => stored,
    saveState: async (_: unknown, [first]: { request: { value: unknown } }[]) => {
      stored = JSON.parse(JSON.stringify(first?.request.value));
    },
  };
  const deps = {
    dapr,
    publish: (message: Message) =>
      new Promise<void>((took) => void waiting.push({ message, took })),
    relay: idleRelay,
    now: () => new Date("2026-12-01T08:00:00.000Z"),
    newId,
    random: Math.random,
    horizonMs: 86_400_000,
  } as unknown as ActorDeps;
  const command = (rest: object, source = "rest") => ({
    v: 1,
    command: { taskId, ...rest },
    origin: {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: userId,
      source,
      device: null,
      traceparent: null,
    },
  });
  return {
    activate: () => taskActor(deps)(taskId, () => true),
    create: () => command({ type: "task.create", fields: { title: "milk", parentId } }),
    complete: () => command({ type: "task.complete" }),
    follow: () => command({ type: "task.follow", partOf: parentId, into: "done" }, "recurrence"),
    again: (by: "caller" | "sweeper") => ({
      ...command({ type: "task.patch", changes: { title: "bread" } }),
      again: { promisedAt: "2026-12-01T09:00:00.000Z", plan: [], by },
    }),
    userId,
    take: () => waiting.splice(0).map(({ message, took }) => (took(), message.event.type)),
    waiting: () => waiting.length,
  };
};

/** A task whose creation is in the log. */
const aLoggedTask = async () => {
  const host = aHost();
  const actor = host.activate();
  await actor.invoke("execute", host.create());
  host.take();
  await turn();
  return { host, actor };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("a command is answered while Kafka has not answered yet, and the next one waits for it", async () => {
  const host = aHost();
  const actor = host.activate();
  expect(((await actor.invoke("execute", host.create())) as TaskReply).ok).toBe(true);
  let answered = false;
  const next = actor.invoke("execute", host.complete()).then(() => (answered = true));
  await turn();
  expect(answered).toBe(false);
  expect(new Set(host.take())).toContain("punctual.task.created.v1");
  await next;
  expect(host.take()).toContain("punctual.task.completed.v1");
});

test("what a dead host had not published goes out when the task is only read", async () => {
  const host = aHost();
  await host.activate().invoke("execute", host.create());
  const left = host.waiting();
  const read = host.activate().invoke("read", { userId: host.userId });
  await turn();
  expect(host.waiting()).toBe(2 * left);
  host.take();
  expect(((await read) as TaskReply).ok).toBe(true);
});

test.each(["follow", "sweeper", "caller"] as const)(
  "what nobody holds against the log is answered once it is published (%s)",
  async (by) => {
    const { host, actor } = await aLoggedTask();
    const given = by === "follow" ? host.follow() : host.again(by);
    let answered = false;
    const reply = actor.invoke("execute", given).then((one) => {
      answered = true;
      return one as TaskReply;
    });
    await turn();
    const told = host.waiting();
    expect([told > 0, answered]).toEqual([true, false]);
    host.take();
    expect(await reply).toMatchObject({ ok: true, repeated: false });
  },
);

test("what an operator puts in place stays, also when an earlier change is still being published", async () => {
  const host = aHost();
  const actor = host.activate();
  await actor.invoke("execute", host.create());
  const { value } = (await actor.invoke("show", {})) as { value: { task: object } };
  const mended = { ...value, task: { ...value.task, title: "bread" }, outbox: [] };
  const mending = actor.invoke("mend", mended);
  await turn();
  host.take();
  await mending;
  await turn();
  const read = await actor.invoke("read", { userId: host.userId });
  expect(read).toMatchObject({ task: { title: "bread" } });
});
