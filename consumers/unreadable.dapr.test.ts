// An actor whose stored state cannot be read, on real actors: nobody waits for it, and an operator can mend it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActorUnreadable } from "../actors/client.ts";
import { type Id, newId } from "../domain/ids.ts";
import { type TestActors, startActors } from "../tests/actor-host.ts";
import { run } from "../tests/command.ts";
import { until } from "../tests/dapr.ts";
import { firedReminder } from "../tests/reminder-examples.ts";
import type { DeadLetter } from "./consumer.ts";
import { followConsumer } from "./follow/consumer.ts";
import { createReader } from "./reader.ts";

let at: TestActors;
const folder = mkdtempSync(join(tmpdir(), "punctual-unreadable-"));
beforeAll(async () => {
  at = await startActors();
}, 120_000);
afterAll(async () => {
  await at.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes what is stored of an actor something this program does not know. */
const spoil = async (id: Id): Promise<void> => {
  const { rowCount } = await at.db.query(
    `update dapr_state set value = convert_to(jsonb_set(convert_from(value, 'UTF8')::jsonb, '{v}', '99')::text, 'UTF8')
     where key like '%' || $1 || '%'`,
    [id],
  );
  expect(rowCount).toBe(1);
  await at.forget();
};
const origin = (userId: Id) => ({
  commandId: newId(),
  correlationId: newId(),
  causationId: newId(),
  actorId: userId,
  source: "rest" as const,
  device: null,
  traceparent: null,
});
const create = async (userId: Id): Promise<Id> => {
  const taskId = newId();
  const command = { type: "task.create" as const, taskId, fields: { title: "x" } };
  await at.actors.execute({ v: 1, command, origin: origin(userId) });
  return taskId;
};

test("an unreadable actor answers at once, and what needed it is given up instead of holding up all that follows", async () => {
  const userId = newId();
  const command = { type: "user.patch" as const, changes: { locale: "de" } };
  await at.actors.changeUser(userId, { v: 1, command, origin: origin(userId) });
  await spoil(userId);
  await expect(at.actors.readUser(userId)).rejects.toThrow(ActorUnreadable);
  const missed = firedReminder({ ownerid: userId });
  const letters: DeadLetter[] = [];
  const read = createReader([followConsumer(at)], {
    bury: async (letter) => void letters.push(letter),
    log: pino({ level: "silent" }),
  });
  const value = Buffer.from(JSON.stringify({ ...missed, type: "punctual.reminder.missed.v1" }));
  const record = { topic: "reminders", partition: 0, offset: "7", key: userId, value };
  expect(await read([record])).toEqual(["done"]);
  expect(letters).toMatchObject([{ offset: "7", reason: expect.stringContaining(userId) }]);
});

test("a reminder's Job of an unreadable task is let go: it would come again every second for ever", async () => {
  const taskId = await create(newId());
  await spoil(taskId);
  const name = `reminder-${taskId}-${newId()}-0`;
  await at.dapr.scheduleJob({ name, due: { at: new Date().toISOString() }, data: {} });
  await until("one try", async () => at.jobs.filter((one) => one === name).length > 0);
  // The next one of another task comes after it, when this one has had its second try or not.
  await at.dapr.scheduleJob({
    name: "later",
    due: { inMs: 3_000 },
    data: {},
  });
  await until("the later one", async () => at.jobs.includes("later"));
  expect(at.jobs.filter((one) => one === name)).toHaveLength(1);
});

test("an operator sees what is stored and what is wrong with it, and mends it", async () => {
  const userId = newId();
  const taskId = await create(userId);
  await spoil(taskId);
  const { httpPort, apiToken } = at.sidecar;
  const actors = (...args: string[]) =>
    run("consumers/actors.ts", args, {
      DAPR_HTTP_PORT: String(httpPort),
      DAPR_API_TOKEN: apiToken,
    });
  const shown = await actors("show", "TaskActor", taskId);
  expect(shown).toMatchObject({ code: 0, stderr: expect.stringContaining("at v") });
  const file = join(folder, "state.json");
  writeFileSync(file, shown.stdout);
  expect(await actors("mend", "TaskActor", taskId, file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("at v"),
  });
  writeFileSync(file, JSON.stringify({ ...JSON.parse(shown.stdout), v: 1 }));
  expect(await actors("mend", "TaskActor", taskId, file)).toMatchObject({ code: 0, stderr: "" });
  expect(await at.actors.readTask({ taskId, userId })).toMatchObject({ ok: true });
  expect((await actors("show", "TaskActor", taskId)).stderr).toBe("");
  expect(await actors("show", "Task", taskId)).toMatchObject({ code: 1 });
});

test("what cannot be read of a person whose account is gone is erased all the same", async () => {
  const userId = newId();
  const command = { type: "user.patch" as const, changes: { locale: "de" } };
  await at.actors.changeUser(userId, { v: 1, command, origin: origin(userId) });
  const taskId = await create(userId);
  await spoil(userId);
  await spoil(taskId);
  expect(await at.actors.eraseTask({ taskId, userId: newId() })).toEqual({ erased: false });
  expect(await at.actors.eraseTask({ taskId, userId })).toEqual({ erased: true });
  expect(await at.actors.eraseUser(userId)).toEqual({ erased: true });
  expect(await at.actors.readUser(userId)).toMatchObject({ user: { version: 0 } });
  expect(await at.actors.readTask({ taskId, userId })).toMatchObject({ ok: false });
});
