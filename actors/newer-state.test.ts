// State that a newer version of the program has written: an older one that saves over it drops nothing of what it does not know.
import { expect, test } from "vitest";
import { type Id, newId } from "../domain/ids.ts";
import { chatOrigin } from "../tests/chat-person.ts";
import { idleRelay } from "../tests/idle-relay.ts";
import type { ActorFactory } from "./actor.ts";
import type { ActorDeps } from "./deps.ts";
import { taskActor } from "./task/actor.ts";
import { userActor } from "./user/actor.ts";

type Stored = Record<string, Record<string, unknown>>;

/** An actor's store, and the actor as each call activates it anew. */
const aHost = (factory: (deps: ActorDeps) => ActorFactory, id: Id) => {
  let stored: Stored | null = null;
  const dapr = {
    readState: async () => stored,
    saveState: async (_: unknown, [first]: { request: { value: unknown } }[]) => {
      stored = JSON.parse(JSON.stringify(first?.request.value)) as Stored;
    },
    registerReminder: async () => undefined,
    deleteReminder: async () => undefined,
  };
  const deps = {
    dapr,
    publish: async () => undefined,
    relay: idleRelay,
    now: () => new Date("2026-12-01T08:00:00.000Z"),
    newId,
    random: Math.random,
    horizonMs: 86_400_000,
  } as unknown as ActorDeps;
  return {
    invoke: (method: string, argument: unknown) =>
      factory(deps)(id, () => true).invoke(method, argument),
    /** As a newer version would have written it. */
    grow: (parts: string[]) => {
      for (const part of parts) stored = { ...stored, [part]: { ...stored?.[part], more: 1 } };
      stored = { ...stored, later: { kept: true } };
    },
    read: () => stored,
  };
};

const order = (command: object) => {
  return { v: 1, command, origin: { ...chatOrigin(), commandId: newId() } };
};

test.each([
  ["task.patch", { changes: { title: "bread" } }],
  ["task.complete", {}],
  ["task.delete", {}],
  ["task.relabel", { of: "project", from: "Work", to: "Office" }],
])("a task: %s", async (type, rest) => {
  const taskId = newId();
  const host = aHost(taskActor, taskId);
  const fields = { title: "milk", project: "Work" };
  await host.invoke("execute", order({ type: "task.create", taskId, fields }));
  host.grow(["task"]);
  expect(await host.invoke("execute", order({ type, taskId, ...rest }))).toMatchObject({
    ok: true,
  });
  expect(host.read()).toMatchObject({ task: { version: 2, more: 1 }, later: { kept: true } });
});

test("a task that recurs, and its next occurrence", async () => {
  const taskId = newId();
  const host = aHost(taskActor, taskId);
  const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" };
  const fields = { title: "milk", due: { kind: "day", at: "2026-12-01" }, recurrence };
  expect(
    await host.invoke("execute", order({ type: "task.create", taskId, fields })),
  ).toMatchObject({ ok: true });
  host.grow(["task"]);
  await host.invoke("execute", order({ type: "task.complete", taskId }));
  expect(host.read()).toMatchObject({
    task: { due: { at: "2026-12-02" }, more: 1 },
    later: { kept: true },
  });
});

test("a person: settings and directory", async () => {
  const { actorId } = chatOrigin();
  const host = aHost(userActor, actorId);
  const zone = { type: "user.patch", changes: { timeZone: "Europe/Berlin" } };
  await host.invoke("execute", order(zone));
  host.grow(["user", "directory"]);
  const made = { type: "project.create", projectId: newId(), fields: { name: "Work" } };
  expect(await host.invoke("direct", order(made))).toMatchObject({ ok: true });
  const back = { type: "user.patch", changes: { timeZone: "Europe/Paris" } };
  await host.invoke("execute", order(back));
  expect(host.read()).toMatchObject({
    user: { version: 2, more: 1 },
    directory: { version: 1, more: 1 },
    later: { kept: true },
  });
});
