// A command is answered when it is saved; what it publishes comes behind, in order, and is not lost with its host.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import type { ActorDeps } from "../deps.ts";
import type { Message } from "../outbox/messages.ts";
import { taskActor } from "./actor.ts";

/** A host with a store of its own and a Kafka that takes a message when the test says so. */
const aHost = () => {
  const [taskId, userId] = [newId(), newId()];
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
    now: () => new Date("2026-12-01T08:00:00.000Z"),
    newId,
    random: Math.random,
    horizonMs: 86_400_000,
  } as unknown as ActorDeps;
  const command = (rest: object) => ({
    v: 1,
    command: { taskId, ...rest },
    origin: {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: userId,
      source: "rest",
      device: null,
      traceparent: null,
    },
  });
  return {
    activate: () => taskActor(deps)(taskId, () => true),
    create: () => command({ type: "task.create", fields: { title: "milk" } }),
    complete: () => command({ type: "task.complete" }),
    userId,
    take: () => waiting.splice(0).map(({ message, took }) => (took(), message.event.type)),
    waiting: () => waiting.length,
  };
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
