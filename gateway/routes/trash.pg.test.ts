// The trash is emptied by a person and by age: real routes and tables, the rules of the actors in memory.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { listTasksById } from "../../database/history/list-tasks-by-id.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import type { Task } from "../../domain/task.ts";
import { mostPurged } from "../../domain/trash.ts";
import { exampleTask } from "../../tests/examples.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { createInMemoryActors, type InMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { maxParts } from "../command/parts.ts";
import { repeatUnfinished } from "../command/repeater.ts";
import { purgeByAge } from "../trash/by-age.ts";

const log = pino({ level: "silent" });

let postgres: TestPostgres;
let db: Database;
let actors: InMemoryActors;
let gateway: TestApp;
let token: string;
let userId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  actors = createInMemoryActors();
  gateway = await createTestApp(db, { actors });
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  await db.query("delete from tasks"); // what others left is in everybody's trash, too
  actors.unreadable.clear();
  ({ token, userId } = await gateway.signUp());
});

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
const add = async (title: string, more: object = {}): Promise<Task> =>
  (await (await call("POST", "/tasks", { title, ...more })).json()) as Task;
const trashed = async (title: string, more: object = {}): Promise<Task> => {
  const { id } = await add(title, more);
  return (await (await call("DELETE", `/tasks/${id}`)).json()) as Task;
};
const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;
const inTrash = async (): Promise<Task[]> => {
  const answer = await call("GET", "/tasks?deleted=true&order=ended");
  return ((await answer.json()) as { tasks: Task[] }).tasks;
};
const trash = async (): Promise<string[]> => (await inTrash()).map(({ title }) => title);
const emptied = async (path = "/trash", headers = {}) =>
  (await (await call("DELETE", path, undefined, headers)).json()) as {
    deleted: number;
    left: number;
  };

test("what is emptied is in no list and no search, and the row that is left says nothing of it", async () => {
  const gone = await trashed("Zeppelin plans", {
    description: "of a zeppelin",
    tags: ["zeppelin"],
  });
  await add("Kept");
  expect(await emptied()).toEqual({ deleted: 1, left: 0 });
  expect(await trash()).toEqual([]);
  expect(await statusOf(call("GET", `/tasks/${gone.id}`))).toBe(404);
  expect(await statusOf(call("POST", `/tasks/${gone.id}/restore`))).toBe(404);
  const found = (await (await call("GET", "/search?text=zeppelin")).json()) as { hits: unknown[] };
  expect(found.hits).toEqual([]);
  const { rows } = await db.query("select * from tasks where id = $1", [gone.id]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/zeppelin/i);
  const exported = await (await call("GET", "/account/export?format=csv")).text();
  expect(exported).toMatch(/kept/i);
  expect(exported).not.toMatch(/zeppelin/i);
  expect(await emptied()).toEqual({ deleted: 0, left: 0 });
});

test("how much is in it is counted at an instant, and that instant means only those", async () => {
  await Promise.all([trashed("One"), trashed("Two")]);
  await new Promise((resolve) => setTimeout(resolve, 3));
  const counted = (await (await call("GET", "/trash")).json()) as { count: number; at: string };
  expect(counted.count).toBe(2);
  await trashed("Three");
  expect(await emptied(`/trash?before=${encodeURIComponent(counted.at)}`)).toEqual({
    deleted: 2,
    left: 0,
  });
  expect(await trash()).toEqual(["Three"]);
});

test("a late copy of the task brings nothing back", async () => {
  const gone = await trashed("Late");
  await emptied();
  await projectTasks(db, [gone, { ...gone, deletedAt: null }]);
  expect(await trash()).toEqual([]);
  expect(await listTasksById(db, { ownerId: userId, taskIds: [gone.id] })).toEqual([]);
});

test("one of the trash goes with its parts that are there; a second time, and after it, nothing changes", async () => {
  const parent = await add("Parent");
  const part = await add("Part", { parentId: parent.id });
  const other = await trashed("Other");
  await call("DELETE", `/tasks/${parent.id}`);
  const purge = (id: Id) => statusOf(call("DELETE", `/trash/${id}`));
  expect(await purge(parent.id)).toBe(204);
  expect(await trash()).toEqual(["Other"]);
  expect(await statusOf(call("GET", `/tasks/${part.id}`))).toBe(404);
  expect(await purge(parent.id)).toBe(204);
  expect(await purge(newId())).toBe(404);
  expect(await purge((await add("In use")).id)).toBe(409);
  expect(await statusOf(call("DELETE", "/trash/nonsense"))).toBe(404);
  const stranger = await gateway.signUp("Eve");
  const theirs = await gateway.call("DELETE", `/trash/${other.id}`, { token: stranger.token });
  expect(theirs.status).toBe(404);
  expect(await trash()).toEqual(["Other"]);
});

test("an order for a part that is in use leaves it, though its task is gone", async () => {
  const parent = await add("Parent");
  const part = await add("Part", { parentId: parent.id });
  await call("DELETE", `/tasks/${parent.id}`);
  await call("POST", `/tasks/${part.id}/restore`);
  expect(await statusOf(call("DELETE", `/trash/${parent.id}`))).toBe(204);
  expect(await statusOf(call("GET", `/tasks/${part.id}`))).toBe(200);
});

test("only what was there before the question goes, and under a known key nothing goes twice", async () => {
  await trashed("Asked about");
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((resolve) => setTimeout(resolve, 3));
  await trashed("Deleted since");
  const path = `/trash?before=${encodeURIComponent(before)}`;
  const key = { "Idempotency-Key": newId() };
  expect(await emptied(path, key)).toEqual({ deleted: 1, left: 0 });
  expect(await trash()).toEqual(["Deleted since"]);
  const again = await call("DELETE", path, undefined, key);
  expect(again.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await again.json()).toEqual({ deleted: 1, left: 0 });
  expect(await statusOf(call("DELETE", "/trash", undefined, key))).toBe(422);
  expect(await statusOf(call("DELETE", "/trash?before=yesterday"))).toBe(422);
});

test("what is restored at the same moment stays, whichever way the race goes", async () => {
  const tasks = await Promise.all(Array.from({ length: 20 }, (_, n) => trashed(`Task ${n}`)));
  const [{ deleted }, ...restored] = await Promise.all([
    emptied(),
    ...tasks.slice(0, 10).map(({ id }) => statusOf(call("POST", `/tasks/${id}/restore`))),
  ]);
  const back = restored.filter((status) => status === 200).length;
  expect(deleted + back).toBe(20);
  const listed = (await (await call("GET", "/tasks")).json()) as { tasks: Task[] };
  expect(listed.tasks).toHaveLength(back);
  expect(await trash()).toEqual([]);
});

/** So many tasks that are in the trash since then. */
const store = async (
  count: number,
  deletedAt: string,
  ownerId: Id,
  more: Partial<Task> = {},
): Promise<Id[]> => {
  const tasks = Array.from({ length: count }, (_, n) =>
    exampleTask({
      id: newId(),
      ownerId,
      title: `Old ${n}`,
      deletedAt,
      updatedAt: deletedAt,
      ...more,
    }),
  );
  for (const task of tasks)
    actors.docs.set(task.id, {
      task,
      owner: { version: 0 } as never,
      reminders: [],
      past: [],
      putOff: [],
      gone: [],
      ended: { over: null, trash: null },
      reset: null,
    });
  await projectTasks(db, tasks);
  return tasks.map(({ id }) => id);
};
const longAgo = new Date(Date.now() - 31 * 86_400_000).toISOString();
const lessLongAgo = new Date(Date.now() - 30.5 * 86_400_000).toISOString();
const lately = new Date(Date.now() - 29 * 86_400_000).toISOString();

test("a big trash is emptied in several requests, each says what is left", async () => {
  await store(mostPurged + 20, longAgo, userId);
  expect(await emptied()).toEqual({ deleted: mostPurged, left: 20 });
  expect(await emptied()).toEqual({ deleted: 20, left: 0 });
});

test("after 30 days everybody's trash empties itself, no sooner, and the log says why", async () => {
  const other = await gateway.signUp("Bob");
  await store(120, longAgo, userId);
  await store(1, longAgo, other.userId);
  await store(2, lately, userId);
  const deps = { db, actors, log, now: () => new Date() };
  expect(await purgeByAge(deps)).toBe(121);
  expect(await purgeByAge(deps)).toBe(0);
  expect(await trash()).toHaveLength(2);
  expect(actors.applied.at(-1)?.origin.source).toBe("age");
});

test("a task that cannot be deleted now holds up nobody else's", async () => {
  await store(1, longAgo, userId);
  const stuck = exampleTask({ id: newId(), ownerId: userId, title: "Stuck", deletedAt: longAgo });
  await projectTasks(db, [stuck]); // its actor knows nothing of it
  const deps = { db, actors, log, now: () => new Date() };
  expect(await purgeByAge(deps)).toBe(1);
  expect(await trash()).toEqual(["Stuck"]);
});

test("what cannot be read holds up nothing, of nobody, however much it is; nothing is promised for it, and nobody told", async () => {
  const other = await gateway.signUp("Bob");
  const stuck = await store(520, longAgo, userId); // more than are looked for at once
  await store(1, lessLongAgo, userId);
  await store(2, lessLongAgo, other.userId);
  for (const id of stuck) actors.unreadable.add(id);
  const deps = { db, actors, log, now: () => new Date() };
  expect(await purgeByAge(deps)).toBe(3);
  expect(await purgeByAge(deps)).toBe(0);
  expect(await repeatUnfinished({ ...deps, outages: createOutages(log) }, 0)).toBe(0);
  const open = await db.query("select 1 from commands where status <> 'done' and user_id = $1", [
    userId,
  ]);
  expect(open.rows).toEqual([]);
  expect(await emptied()).toEqual({ deleted: 0, left: 520 });
  actors.unreadable.clear();
  expect(await purgeByAge(deps)).toBe(520);
});

test("who empties the trash by hand is not held up by what cannot be read", async () => {
  const [stuck] = await store(1, longAgo, userId);
  await store(mostPurged + 10, lately, userId);
  if (stuck !== undefined) actors.unreadable.add(stuck);
  expect(await emptied()).toEqual({ deleted: mostPurged - 1, left: 12 });
  expect(await emptied()).toEqual({ deleted: 11, left: 1 });
  expect(await emptied()).toEqual({ deleted: 0, left: 1 });
});

test("nobody is told of a change that they never asked for", async () => {
  await store(2, longAgo, userId);
  const deps = { db, actors, log, now: () => new Date() };
  actors.down = true;
  await expect(purgeByAge(deps)).rejects.toThrow("cannot be reached");
  actors.down = false;
  const before = actors.refused.length;
  for (const { id } of await inTrash()) await call("POST", `/tasks/${id}/restore`);
  expect(await repeatUnfinished({ ...deps, outages: createOutages(log) }, 0)).toBe(1);
  expect(actors.refused.slice(before)).toEqual([]);
});

test("a part that was put in the trash later than is meant stays, though its task goes", async () => {
  const parent = await add("Parent");
  const part = await add("Part", { parentId: parent.id });
  const other = await add("Part that stays there", { parentId: parent.id });
  await call("DELETE", `/tasks/${parent.id}`);
  const { at } = (await (await call("GET", "/trash")).json()) as { at: string };
  await call("POST", `/tasks/${part.id}/restore`);
  await call("DELETE", `/tasks/${part.id}`);
  expect(await emptied(`/trash?before=${at}`)).toEqual({ deleted: 2, left: 0 });
  expect(await trash()).toEqual(["Part"]);
  expect(await statusOf(call("GET", `/tasks/${other.id}`))).toBe(404);
});

test("tasks with more parts than go along are emptied all the same, the rest of the parts in the next step", async () => {
  const [top] = await store(1, longAgo, userId);
  await store(maxParts + mostPurged + 100, lately, userId, { parentId: top ?? null });
  const first = await emptied();
  expect(first.deleted).toBeGreaterThan(maxParts);
  expect(await emptied()).toEqual({ deleted: first.left, left: 0 });
  expect(await trash()).toEqual([]);
});

test("a task with more parts than go along is deleted for good, and the rest of them stay in the trash", async () => {
  const [top] = await store(1, longAgo, userId);
  await store(2 * maxParts + 100, lately, userId, { parentId: top ?? null });
  expect(await statusOf(call("DELETE", `/trash/${top}`))).toBe(204);
  const { count } = (await (await call("GET", "/trash")).json()) as { count: number };
  expect(count).toBe(maxParts + 100);
});

test("undo of the emptying, and of the deletion before it, says that the task is gone for good", async () => {
  const gone = await add("Gone");
  const deletion = await call("DELETE", `/tasks/${gone.id}`);
  const emptying = await call("DELETE", "/trash");
  for (const { headers } of [deletion, emptying]) {
    const correlationId = headers.get("X-Correlation-Id");
    const undone = await call("POST", "/history/undo", { correlationId });
    const { detail } = (await undone.json()) as { detail: string };
    expect([undone.status, detail]).toEqual([409, expect.stringContaining("gone for good")]);
  }
});
