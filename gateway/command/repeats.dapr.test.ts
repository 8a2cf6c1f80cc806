// What the repeater repeats, on real actors: nothing twice, and nothing over what is newer.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActorUnavailable, createActorClient } from "../../actors/client.ts";
import type { TaskCommand } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import { type TestActors, startActors } from "../../tests/actor-host.ts";
import { freePort } from "../../tests/dapr.ts";
import { execute, type ExecuteDeps } from "./execute.ts";
import { repeatUnfinished } from "./repeater.ts";

const log = pino({ level: "silent" });
let at: TestActors;
beforeAll(async () => {
  at = await startActors();
}, 120_000);
afterAll(() => at.stop());

const order = async (
  actors: ExecuteDeps["actors"],
  userId: Id,
  ...wanted: TaskCommand[] | [{ key: string; commands: TaskCommand[] }]
) => {
  const [first] = wanted;
  const asked =
    first && "key" in first ? first : { key: newId(), commands: wanted as TaskCommand[] };
  const origin = {
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "rest" as const,
    device: null,
    traceparent: null,
  };
  const done = await execute({ db: at.db, actors }, { userId, ...asked, origin });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.replies;
};
const create = (taskId: Id, title: string): TaskCommand => ({
  type: "task.create",
  taskId,
  fields: { title },
});
const rename = (taskId: Id, title: string): TaskCommand => ({
  type: "task.patch",
  taskId,
  changes: { title },
});
const titleOf = async (userId: Id, taskId: Id) => {
  const reply = await at.actors.readTask({ taskId, userId });
  return reply.ok ? reply.task.title : reply.error.code;
};
const repeatNow = () =>
  repeatUnfinished({ db: at.db, actors: at.actors, log, outages: createOutages(log) }, 0);

/** Actors that do what they are asked and whose answer never arrives. */
const answerLost = {
  ...({} as ExecuteDeps["actors"]),
  readUser: (userId: Id) => at.actors.readUser(userId),
  execute: async (envelope: Parameters<ExecuteDeps["actors"]["execute"]>[0]) => {
    await at.actors.execute(envelope);
    throw new ActorUnavailable(new Error("the answer was lost"));
  },
};
/** The same, but only a create gets through at all. */
const cutAfterCreate = {
  ...answerLost,
  execute: async (envelope: Parameters<ExecuteDeps["actors"]["execute"]>[0]) => {
    if (envelope.command.type !== "task.create") throw new ActorUnavailable(new Error("cut off"));
    return at.actors.execute(envelope);
  },
};
/** Actors nobody reaches. */
const nobody = async () =>
  createActorClient({ daprHttpPort: await freePort(), daprApiToken: "", deadlineMs: 200 });

test("a change whose outcome was lost is not made again after a hundred newer ones", async () => {
  const [userId, taskId] = [newId(), newId()];
  await order(at.actors, userId, create(taskId, "made"));
  await expect(order(answerLost, userId, rename(taskId, "old"))).rejects.toThrow(ActorUnavailable);
  for (let n = 1; n <= 100; n += 1) await order(at.actors, userId, rename(taskId, `newer ${n}`));
  expect(await repeatNow()).toBe(1);
  expect(await titleOf(userId, taskId)).toBe("newer 100");
});

test("a change that never arrived does not come back over a newer one, and its person hears of it", async () => {
  const [userId, taskId] = [newId(), newId()];
  await order(at.actors, userId, create(taskId, "made"));
  await expect(order(await nobody(), userId, rename(taskId, "late"))).rejects.toThrow(
    ActorUnavailable,
  );
  await order(at.actors, userId, rename(taskId, "newer"));
  await repeatNow();
  expect(await titleOf(userId, taskId)).toBe("newer");
  const told = at.published.filter(({ key, topic }) => key === userId && topic === "reminders");
  expect(told.at(-1)?.event).toMatchObject({
    type: "punctual.notice.due.v1",
    data: { notice: { kind: "refused", refused: [{ taskId }] } },
  });
});

test("a plan that was cut off in the middle is finished: its own first half is no newer change", async () => {
  const [userId, taskId] = [newId(), newId()];
  await expect(
    order(cutAfterCreate, userId, create(taskId, "made"), rename(taskId, "and renamed")),
  ).rejects.toThrow(ActorUnavailable);
  expect(await repeatNow()).toBe(1);
  expect(await titleOf(userId, taskId)).toBe("and renamed");
});

test("what its sender asks for again is newer than what came in between", async () => {
  const [userId, taskId, key] = [newId(), newId(), newId()];
  await order(at.actors, userId, create(taskId, "made"));
  const wish = { key, commands: [rename(taskId, "asked for twice")] };
  await expect(order(await nobody(), userId, wish)).rejects.toThrow(ActorUnavailable);
  await order(at.actors, userId, rename(taskId, "in between"));
  await order(at.actors, userId, wish);
  expect(await titleOf(userId, taskId)).toBe("asked for twice");
});
