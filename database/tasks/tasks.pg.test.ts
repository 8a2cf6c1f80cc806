// The read model: lists by filter and page, never older than it was, never someone else's.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId, type Id } from "../../domain/ids.ts";
import type { TaskFilter } from "../../domain/task-filter.ts";
import type { Task } from "../../domain/task.ts";
import { exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { type Database, inTransaction } from "../pool.ts";
import { applyRebuild } from "../rebuild/apply-rebuild.ts";
import { addRebuilt, startRebuild } from "../rebuild/start-rebuild.ts";
import { listTasks } from "./list-tasks.ts";
import { projectTasks } from "./project-tasks.ts";
import { readTask } from "./read-task.ts";

let postgres: TestPostgres;
let db: Database;
let ownerId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(() => {
  ownerId = newId();
});

const store = async (...tasks: Partial<Task>[]): Promise<Task[]> => {
  const whole = tasks.map((task) => exampleTask({ ownerId, ...task }));
  await projectTasks(db, whole);
  return whole;
};

const titles = async (filter: TaskFilter): Promise<string[]> => {
  const page = await listTasks(db, { ownerId, filter, limit: 50 });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.tasks.map((task) => task.title);
};

test("a task comes back as it was stored, field by field", async () => {
  const [task] = await store({
    title: "Ünïcode 🥛 'quotes' \"and\" \\",
    description: "two\nlines",
    tags: ["Home", "x"],
    project: "Café",
    due: { kind: "fixed", at: "2026-12-01T17:00", zone: "Europe/Berlin" },
    deadline: "2026-12-24",
    durationMinutes: 45,
    position: 0.1 + 0.2,
  });
  expect(await readTask(db, { ownerId, taskId: task?.id ?? "" })).toEqual(task);
  const page = await listTasks(db, { ownerId, filter: {}, limit: 1 });
  expect(page).toEqual({ ok: true, value: { tasks: [task], next: null } });
});

test("a stranger sees nothing", async () => {
  const [task] = await store({});
  const stranger = newId();
  expect(await readTask(db, { ownerId: stranger, taskId: task?.id ?? "" })).toBeNull();
  const page = await listTasks(db, { ownerId: stranger, filter: {}, limit: 10 });
  expect(page).toEqual({ ok: true, value: { tasks: [], next: null } });
});

test("pages follow position then id, and together hold each task once", async () => {
  const tasks = await store(
    ...Array.from({ length: 23 }, (_, n) => ({ title: `t${n}`, position: Math.floor(n / 4) / 3 })),
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await listTasks(db, { ownerId, filter: {}, cursor, limit: 5 });
    if (!page.ok) throw new Error(page.error.message);
    seen.push(...page.value.tasks.map((task) => task.id));
    cursor = page.value.next ?? undefined;
    pages += 1;
  } while (cursor !== undefined);
  const expected = tasks
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((task) => task.id);
  expect(seen).toEqual(expected);
  expect(pages).toBe(5);
});

test.each(["", "nonsense", "eyJ9", Buffer.from('["x","y"]').toString("base64url")])(
  "a cursor nobody gave (%j) is refused by the name of its field",
  async (cursor) => {
    const page = await listTasks(db, { ownerId, filter: {}, cursor, limit: 5 });
    expect(page).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: [{ path: "cursor" }] },
    });
  },
);

test("each filter keeps what it names", async () => {
  await store(
    { title: "a", status: "done", priority: 1, tags: ["Home", "Été"], project: "Garden" },
    { title: "b", priority: 2, due: { kind: "day", at: "2026-12-01" }, position: 2e12 },
    { title: "c", due: { kind: "floating", at: "2026-12-03T09:00" }, position: 3e12 },
    { title: "d", deletedAt: "2026-12-01T08:00:00.000Z" },
  );
  expect(await titles({})).toEqual(["a", "b", "c"]);
  expect(await titles({ status: ["done", "cancelled"] })).toEqual(["a"]);
  expect(await titles({ status: ["open"] })).toEqual(["b", "c"]);
  expect(await titles({ priority: 2 })).toEqual(["b"]);
  expect(await titles({ tag: "home" })).toEqual(["a"]);
  expect(await titles({ tag: "ÉTÉ" })).toEqual(["a"]);
  expect(await titles({ tag: "hom" })).toEqual([]);
  expect(await titles({ project: "garden" })).toEqual(["a"]);
  expect(await titles({ dueBefore: "2026-12-03" })).toEqual(["b"]);
  expect(await titles({ dueAfter: "2026-12-01" })).toEqual(["c"]);
  expect(await titles({ deleted: true })).toEqual(["d"]);
  expect(await titles({ deleted: false, priority: 4, dueAfter: "2026-12-04" })).toEqual([]);
});

test("a parent keeps its subtasks and nobody else's", async () => {
  const [parent] = await store({ title: "trip" });
  const parentId = parent?.id ?? "";
  await store(
    { title: "pack", parentId },
    { title: "other" },
    { title: "alien", parentId, ownerId: newId() },
  );
  expect(await titles({ parentId })).toEqual(["pack"]);
});

test("a text finds the beginnings of words, whatever their case and accents", async () => {
  await store(
    { title: "Buy Crème fraîche", position: 1 },
    { title: "call bob@example.com", description: "about **taxes**", position: 2 },
    { title: "cut", tags: ["Groceries"], project: "Home-Office", position: 3 },
  );
  expect(await titles({ text: "creme" })).toEqual(["Buy Crème fraîche"]);
  expect(await titles({ text: "FRAÎ buy" })).toEqual(["Buy Crème fraîche"]);
  expect(await titles({ text: "tax" })).toEqual(["call bob@example.com"]);
  expect(await titles({ text: "example.com" })).toEqual(["call bob@example.com"]);
  expect(await titles({ text: "home-off grocer" })).toEqual(["cut"]);
  expect(await titles({ text: "buy taxes" })).toEqual([]);
  expect(await titles({ text: "' & | ! :* \\" })).toHaveLength(3);
});

test("any text can be stored, and a search for its own text finds it", async () => {
  const text = fc.string({ unit: "binary", maxLength: 200 }).filter((some) => !some.includes("\0"));
  await fc.assert(
    fc.asyncProperty(text, fc.string({ unit: "grapheme" }), async (description, other) => {
      const [task] = await store({ description, title: "t" });
      const found = async (filter: TaskFilter) => {
        const page = await listTasks(db, { ownerId, filter, limit: 200 });
        return page.ok && page.value.tasks.some(({ id }) => id === task?.id);
      };
      await found({ text: other });
      expect(await found({ text: `t ${description}` })).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("a word of any length and a text of the largest size can be stored", async () => {
  await store({
    title: "x".repeat(500),
    description: Array.from({ length: 3_000 }, (_, n) => n.toString(36)).join(" "),
  });
  expect(await titles({ text: "xxxx" })).toHaveLength(1);
});

test("an older snapshot is left out, a newer one replaces all that a list is sorted and filtered by", async () => {
  const [old] = await store({ version: 2, title: "old", tags: ["a"], position: 1 });
  const change = (version: number, title: string) =>
    exampleTask({ id: old?.id ?? "", ownerId, version, title, tags: ["b"] });
  expect(await projectTasks(db, [change(1, "older"), change(2, "same")])).toBe(0);
  expect(await titles({ tag: "a" })).toEqual(["old"]);
  expect(await projectTasks(db, [change(4, "new"), change(3, "between")])).toBe(1);
  expect(await titles({ tag: "a" })).toEqual([]);
  expect(await titles({ tag: "b", text: "new" })).toEqual(["new"]);
});

test("many writers of the same tasks in any order neither deadlock nor go back", async () => {
  const ids = Array.from({ length: 400 }, () => newId());
  const versions = Array.from({ length: 10 }, (_, n) => n + 1);
  await Promise.all(
    versions.map((version) => {
      const tasks = ids.map((id) => exampleTask({ id, ownerId, version, title: `v${version}` }));
      return projectTasks(db, version % 2 ? tasks : tasks.toReversed());
    }),
  );
  expect(new Set(await titles({}))).toEqual(new Set(["v10"]));
});

test("a row that is repaired in its version is read as it is then, alone and in a list", async () => {
  const [task] = await store({ title: "wrong" });
  const taskId = task?.id ?? "";
  expect((await readTask(db, { ownerId, taskId }))?.title).toBe("wrong");
  await inTransaction(db, async (connection) => {
    await startRebuild(connection);
    await addRebuilt(connection, [exampleTask({ ...task, title: "right" })]);
    await connection.query("commit");
    expect(await applyRebuild(connection)).toMatchObject({ replaced: 1 });
    await connection.query("begin");
  });
  expect((await readTask(db, { ownerId, taskId }))?.title).toBe("right");
  expect(await titles({})).toEqual(["right"]);
});
