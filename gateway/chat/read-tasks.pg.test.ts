// A message of someone with 20,000 tasks: what it may be about is found wherever it stands, and little else is read.
import { afterAll, beforeAll, expect, test } from "vitest";
import type pg from "pg";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { emptyConversation } from "../../domain/conversation.ts";
import { newId, type Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { exampleTask } from "../../tests/examples.ts";
import { explain } from "../../tests/explain.ts";
import { copyForOthers, manyTasks, storeTasks, titleOf } from "../../tests/many-tasks.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { readSpokenOf, readTasks } from "./read-tasks.ts";

let postgres: TestPostgres;
let connection: pg.PoolClient;
let ownerId: Id;
const now = new Date();
beforeAll(async () => {
  postgres = await startPostgres();
  const db = await postgres.openDatabase({ statementTimeoutMs: 120_000 });
  connection = await db.connect();
  ownerId = newId();
  const few = newId();
  await storeTasks(connection, manyTasks(few, { open: 100, done: 100, doneDaysAgo: [0, 100] }));
  await copyForOthers(connection, few, 50);
  const all = manyTasks(ownerId, { open: 10_000, done: 10_000, doneDaysAgo: [0, 1_000] });
  await storeTasks(connection, all);
  const last = { ownerId, position: Date.now() };
  await projectTasks(connection, [
    exampleTask({ ...last, title: "water the orchids" }),
    exampleTask({ ...last, title: "call Aunt Mathilda", project: "Family Matters" }),
    ...Array.from({ length: 450 }, () => done("sharpen the skates", 30)),
    exampleTask({ ...last, title: "sharpen the skates" }),
    done("polish the samovar", 10), // about a hundred ended after it
    exampleTask({ ...last, title: "sell the gramophone", deletedAt: daysAgo(3) }),
    ...Array.from({ length: 50 }, () => exampleTask({ ...last, deletedAt: daysAgo(2) })),
  ]);
  await connection.query("vacuum analyze tasks");
}, 180_000);
afterAll(async () => {
  connection.release();
  await postgres.stop();
});

const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const done = (title: string, days: number): Task =>
  exampleTask({ ownerId, title, status: "done", completedAt: daysAgo(days) });

const read = async (message: string): Promise<Task[]> => {
  const found = await readTasks(connection, { ownerId, message, now });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};

test.each([
  ["its words", "complete water the orchids", "water the orchids"],
  ["other endings", "i watered the orchid", "water the orchids"],
  ["slips", "mark watr the orhcids as complete", "water the orchids"],
  ["a project", "move buy bread to Family Matters", "call Aunt Mathilda"],
  ["words that are each in hundreds of titles", `complete ${titleOf(7_777)}`, titleOf(7_777)],
])("a task far down in the list is found by %s", async (_, message, title) => {
  expect((await read(message)).map((task) => task.title)).toContain(title);
});

test.each([
  "add buy bread",
  "complete water the orchids",
  "reopen polish the samovar",
  "what's due today?",
])("%s: no more than some hundred rows are looked at", async (message) => {
  const seen = await explain(connection, (db) => readTasks(db, { ownerId, message, now }));
  expect(seen.filter(({ scansTable }) => scansTable)).toEqual([]);
  expect(seen.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(1_500);
  expect((await read(message)).length).toBeLessThan(500);
});

test.each([
  ["words that more tasks have than are fetched", "complete call violet ticket"],
  ["words beyond those that are looked for", `complete water orchids ${"please ".repeat(24)}`],
  ["a condition", "p1"],
  ["a label after the verb", "complete #house"],
])("%s: the whole list is read", async (_, message) => {
  expect((await read(message)).length).toBeGreaterThan(2_000);
});

test("many done tasks of the same words push out no open one", async () => {
  const found = (await read("complete sharpen the skates")).filter(
    ({ title, status }) => title === "sharpen the skates" && status === "open",
  );
  expect(found).toHaveLength(1);
});

test.each([
  ["a done", "reopen polish the samovar", "polish the samovar"],
  ["a deleted", "restore sell the gramophone", "sell the gramophone"],
])("%s task is among those read", async (_, message, title) => {
  expect((await read(message)).map((task) => task.title)).toContain(title);
});

test("of more tasks due than are fetched, all are read", async () => {
  const busy = newId();
  const due = { kind: "day" as const, at: daysAgo(1).slice(0, 10) };
  const tasks = Array.from({ length: 300 }, () => exampleTask({ ownerId: busy, due }));
  await storeTasks(connection, tasks);
  const found = await readTasks(connection, { ownerId: busy, message: "what is overdue?", now });
  expect(found.ok && found.value.length).toBe(300);
});

test("what the conversation speaks of is there, however far down", async () => {
  const spokenOf = (await read("complete water the orchids")).find(
    ({ title }) => title === "water the orchids",
  ) as Task;
  const known = await read("complete it");
  expect(known.map(({ id }) => id)).not.toContain(spokenOf.id);
  const conversation = { ...emptyConversation, shownTaskIds: [spokenOf.id] };
  const more = await readSpokenOf(connection, ownerId, conversation, known);
  expect(more.map(({ title }) => title)).toEqual(["water the orchids"]);
});
