// A backup that is put back: what happened after it is gone everywhere, and hides nothing that comes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { send, signUp } from "../tests/client.ts";
import { newId } from "../domain/ids.ts";
import { run } from "../tests/command.ts";
import { until } from "../tests/dapr.ts";
import { liveDevice } from "../tests/device.ts";
import { type Stack, startStack } from "../tests/stack.ts";

const folder = mkdtempSync(join(tmpdir(), "punctual-restore-"));
const [dataDir, copy, fresh] = ["data", "copy", "fresh"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let stack: Stack | null = null;
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const start = async (where = dataDir): Promise<string> => {
  stack = await startStack({ dataDir: where });
  return stack.url;
};
const stop = async (): Promise<void> => {
  await stack?.stop();
  stack = null;
};
const order = async (what: "backup" | "restore", where = dataDir) => {
  const { code, stderr } = await run("platform/backup.ts", [what, copy, "--data-dir", where], {});
  expect([code, stderr]).toEqual([0, ""]);
};

test("after a restore no device shows what came after the backup, and what is written now is seen by all", async () => {
  const person = await signUp(await start());
  const kept = await person.create({ title: "kept" });
  expect((await run("platform/backup.ts", ["backup", copy, "--data-dir", dataDir], {})).code).toBe(
    1,
  );
  await stop();
  await order("backup");

  let url = await start();
  const headers = { authorization: `Bearer ${person.token}` };
  const patch = (title: string) =>
    send(url, "PATCH", `/tasks/${kept.id}`, { headers, body: { title } });
  for (const n of [1, 2, 3, 4]) expect((await patch(`gone ${n}`)).status).toBe(200);
  const ghost = await send(url, "POST", "/tasks", { headers, body: { title: "ghost" } });
  expect(ghost.status).toBe(201);
  const before = await liveDevice({ url, token: person.token });
  const cursor = before.cursor();
  expect(before.shown.size).toBe(2);
  await before.leave();
  await stop();
  await order("restore");

  url = await start();
  for (const place of [undefined, cursor]) {
    const device = await liveDevice({ url, token: person.token }, place);
    expect((await device.frame("welcome")).resumed).toBe(false);
    expect([...device.shown.values()].map(({ title }) => title)).toEqual(["kept"]);
    await device.leave();
  }
  const device = await liveDevice({ url, token: person.token });
  expect((await patch("written now")).status).toBe(200);
  await device.update(kept.id, 2);
  expect(device.shown.get(kept.id)?.title).toBe("written now");
  await device.leave();
}, 400_000);

test("on a machine that has nothing yet a restore brings back accounts, tasks, history and the reminders that wait", async () => {
  await stop();
  rmSync(copy, { recursive: true, force: true });
  const person = await signUp(await start());
  const dueAt = Date.now() + 75_000;
  const trigger = { kind: "instant" as const, at: new Date(dueAt).toISOString() };
  const reminders = [{ id: newId(), trigger, channels: null }];
  const task = await person.create({ title: "moved", reminders });
  await person.patch(task.id, { title: "moved house" });
  await until(
    "the log has it",
    async () => (await person.events({ task: task.id })).events.length >= 3,
  );
  await stop();
  await order("backup");
  await order("restore", fresh);

  const url = await start(fresh);
  const headers = { authorization: `Bearer ${person.token}` };
  const read = async (path: string) => (await send(url, "GET", path, { headers })).json();
  expect(await read(`/tasks/${task.id}`)).toMatchObject({ title: "moved house", version: 2 });
  const types = ((await read(`/events?task=${task.id}`)) as { events: { type: string }[] }).events;
  expect(types.map(({ type }) => type)).toContain("punctual.task.created.v1");
  const again = { email: person.email, password: person.password };
  expect((await send(url, "POST", "/api/auth/sign-in/email", { body: again })).status).toBe(200);
  // The scheduler of the new machine has never heard of it.
  const told = async () =>
    ((await read(`/reminders/${reminders[0]?.id}`)) as { state: string }).state === "fired";
  await until("the reminder is told", told, Math.max(0, dueAt - Date.now()) + 60_000);
  expect(Date.now()).toBeGreaterThanOrEqual(dueAt);
}, 400_000);
