// What a device gets from /ws: everything once, then what it missed, then each change; on real accounts and tables.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import type { ServerFrame } from "../../domain/frame.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { ReminderStatus } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { type SocketGateway, startSocketGateway, topicId } from "../../tests/socket-gateway.ts";
import { manyTasks, storeTasks } from "../../tests/many-tasks.ts";
import { makeTask } from "../../tests/updates.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let at: SocketGateway;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  at = await startSocketGateway(gateway, db);
});
afterEach(() => at.stop());

const types = (frames: ServerFrame[]) => frames.map(({ type }) => type);
const taskFor = (ownerId: Id, over: Partial<Task> = {}) => makeTask({ ownerId, ...over });

test("hello with a token: welcome, a snapshot, live, and then every update", async () => {
  const { token, userId } = await gateway.signUp();
  const stored = taskFor(userId, { title: "stored" });
  await projectTasks(db, [stored, taskFor(userId, { deletedAt: "2026-12-01T00:00:00.000Z" })]);
  const device = await at.live(token);
  expect(types(device.frames)).toEqual(["welcome", "snapshot", "live"]);
  expect(device.frames[0]).toMatchObject({ v: 1, userId, resumed: false });
  expect(device.frames[1]).toMatchObject({ tasks: [stored], first: true, more: false });
  at.publish({ ...stored, version: 2, title: "changed" });
  const [update] = await device.until("update");
  expect(update?.update.task?.title).toBe("changed");
  expect(update?.cursor).toBe(`${topicId}@0:1.1:0`);
});

test("an update reaches every device of its audience and nobody else", async () => {
  const ada = await gateway.signUp();
  const eve = await gateway.signUp("Eve");
  const devices = [await at.live(ada.token), await at.live(ada.token), await at.live(eve.token)];
  at.publish(taskFor(ada.userId));
  at.publish(taskFor(eve.userId, { title: "for eve" }));
  const [first, second, third] = await Promise.all(devices.map((device) => device.until("update")));
  expect(first?.[0]?.update).toEqual(second?.[0]?.update);
  expect(third?.map(({ update }) => update.task?.title)).toEqual(["for eve"]);
});

test("a device that was away gets what it missed, and not what it has", async () => {
  const { token, userId } = await gateway.signUp();
  const device = await at.live(token);
  at.publish(taskFor(userId, { title: "seen" }));
  const [seen] = await device.until("update");
  device.socket.close();
  at.publish(taskFor(userId, { title: "missed" }));
  const back = await at.live(token, seen?.cursor);
  expect(types(back.frames)).toEqual(["welcome", "update", "live"]);
  expect(back.frames[0]).toMatchObject({ resumed: true });
  expect((await back.until("update"))[0]?.update.task?.title).toBe("missed");
});

test("a device that was away too long begins anew", async () => {
  const { token, userId } = await gateway.signUp();
  const { cursor } = (await (await at.live(token)).until("live"))[0] ?? { cursor: "" };
  for (let count = 0; count < 60; count += 1) at.publish(taskFor(userId));
  const back = await at.live(token, cursor);
  expect(types(back.frames).slice(0, 2)).toEqual(["welcome", "snapshot"]);
});

test("what the ring knows and the read model does not yet comes after the snapshot", async () => {
  const { token, userId } = await gateway.signUp();
  const [old, fresh] = [taskFor(userId, { version: 3 }), taskFor(userId, { title: "fresh" })];
  await projectTasks(db, [old]);
  at.publish({ ...old, version: 2, title: "outdated" });
  at.publish(fresh);
  at.publish({ ...fresh, version: 2, title: "fresher" });
  const device = await at.live(token);
  const updates = await device.until("update");
  expect(updates.map(({ update }) => update.task?.title)).toEqual(["fresher"]);
  expect(types(device.frames)).toEqual(["welcome", "snapshot", "update", "live"]);
});

test("a snapshot of many tasks comes in pages, and an update in between is not lost", async () => {
  const { token, userId } = await gateway.signUp();
  const tasks = Array.from({ length: 450 }, (_, position) =>
    taskFor(userId, { position, description: "d".repeat(8_000) }),
  );
  await projectTasks(db, tasks);
  const device = at.connect();
  await device.say({ type: "hello", token });
  await device.until("snapshot");
  at.publish({ ...(tasks[7] as Task), version: 2 });
  await device.until("live");
  const pages = await device.until("snapshot");
  expect(pages.map(({ tasks: page, first, more }) => [page.length, first, more])).toEqual([
    [200, true, true],
    [200, false, true],
    [50, false, false],
  ]);
  expect((await device.until("update"))[0]?.update.version).toBe(2);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const ended = (ownerId: Id, days: number, over: Partial<Task> = {}) =>
  taskFor(ownerId, {
    status: "done",
    completedAt: daysAgo(days),
    updatedAt: daysAgo(days),
    title: `done ${days} days ago`,
    ...over,
  });
const titlesOf = (tasks: Task[]) => tasks.map(({ title }) => title);

test("a snapshot has what is open and what ended within a week, and says where the rest begins", async () => {
  const { token, userId } = await gateway.signUp();
  const deletedAt = daysAgo(1);
  await projectTasks(db, [
    taskFor(userId, { title: "open", createdAt: daysAgo(900), updatedAt: daysAgo(900) }),
    ...[1, 6.9, 7.1, 400].map((days) => ended(userId, days)),
    ended(userId, 0, { title: "in the trash", deletedAt }),
  ]);
  const device = await at.live(token);
  const [page, more] = await device.until("snapshot");
  expect(more).toBeUndefined();
  expect(titlesOf(page?.tasks ?? [])).toEqual(["open", "done 1 days ago", "done 6.9 days ago"]);
  const path = `/tasks?status=done,cancelled&order=ended&cursor=${page?.older}`;
  const rest = (await (await gateway.call("GET", path, { token })).json()) as { tasks: Task[] };
  expect(titlesOf(rest.tasks)).toEqual(["done 7.1 days ago", "done 400 days ago"]);
});

test("where nothing ended before, a snapshot says so", async () => {
  const { token, userId } = await gateway.signUp();
  await projectTasks(db, [ended(userId, 2)]);
  const [page] = await (await at.live(token)).until("snapshot");
  expect(page).toMatchObject({ more: false, older: null });
});

test("parts of an open task are all there, whenever they were done, so that its progress is right", async () => {
  const { token, userId } = await gateway.signUp();
  const [parent, past] = [taskFor(userId, { title: "move" }), ended(userId, 90)];
  await projectTasks(db, [
    parent,
    past,
    ended(userId, 60, { title: "pack", parentId: parent.id }),
    ended(userId, 60, { title: "other", parentId: past.id }),
  ]);
  const [page] = await (await at.live(token)).until("snapshot");
  expect(titlesOf(page?.tasks ?? []).toSorted()).toEqual(["move", "pack"]);
});

test("10,000 tasks done long ago are not sent", async () => {
  const { token, userId } = await gateway.signUp();
  await storeTasks(db, manyTasks(userId, { open: 300, done: 10_000, doneDaysAgo: [8, 2_000] }));
  const pages = await (await at.live(token)).until("snapshot");
  expect(pages.map(({ tasks }) => tasks.length)).toEqual([200, 100]);
});

test("the first page has what was told and not seen, once for all that one notification told", async () => {
  const { token, userId } = await gateway.signUp();
  const [led, other, seen] = [newId(), newId(), newId()];
  const reminders = [led, other, seen].map((id) => ({
    id,
    trigger: { kind: "instant" as const, at: new Date().toISOString() },
    channels: null,
  }));
  const task = taskFor(userId, { title: "told", reminders });
  await projectTasks(db, [task]);
  const told = (reminderId: Id, status: Partial<ReminderStatus>) => ({
    status: firedReminder({ data: { taskId: task.id }, status: { reminderId, ...status } }).data
      .status,
    ownerId: userId,
    unarmed: false,
  });
  await projectReminders(db, [
    told(led, {}),
    told(other, { toldWith: led }),
    told(seen, { state: "acknowledged" }),
  ]);
  const device = await at.live(token);
  expect(device.frames[1]).toMatchObject({
    first: true,
    alerts: [{ id: led, taskId: task.id, title: "told", reminderIds: [led, other], sequence: 2 }],
  });
});
