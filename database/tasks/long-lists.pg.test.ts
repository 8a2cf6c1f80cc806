// One person with 20,000 tasks among 100,000 of others: what is read for a page does not grow with the list.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type pg from "pg";
import { newId, type Id } from "../../domain/ids.ts";
import { explain } from "../../tests/explain.ts";
import { copyForOthers, manyTasks, storeTasks, titleOf } from "../../tests/many-tasks.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { listOver } from "./list-over.ts";
import { listTasks } from "./list-tasks.ts";

let postgres: TestPostgres;
let connection: pg.PoolClient;
let ownerId: Id;
let few: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  const db = await postgres.openDatabase({ statementTimeoutMs: 120_000 });
  connection = await db.connect();
  [ownerId, few] = [newId(), newId()];
  await storeTasks(connection, manyTasks(few, { open: 500, done: 500, doneDaysAgo: [0, 1_000] }));
  await copyForOthers(connection, few, 100);
  await storeTasks(
    connection,
    manyTasks(ownerId, { open: 10_000, done: 10_000, doneDaysAgo: [0, 1_000] }),
  );
  await connection.query("vacuum analyze tasks");
}, 180_000);
afterAll(async () => {
  connection.release();
  await postgres.stop();
});

const limit = 50;
const page = (filter: Parameters<typeof listTasks>[1]["filter"], cursor?: string) =>
  explain(connection, (db) => listTasks(db, { ownerId, filter, cursor, limit }));

/** What a page may look at: its rows, one more, and that for each of two shelves. */
const aPage = 2 * (limit + 1);

describe("a page of a long list reads no more than it shows", () => {
  test.each([
    ["all", {}],
    ["the open ones", { status: ["open" as const, "in_progress" as const] }],
    ["the done ones", { status: ["done" as const] }],
    ["the trash", { deleted: true }],
  ])("%s", async (_, filter) => {
    const [seen] = await page(filter);
    expect(seen).toMatchObject({ indexes: ["tasks_of_owner"], scansTable: false });
    expect(seen?.rows).toBeLessThanOrEqual(aPage);
  });

  test("far down in the list as well", async () => {
    const { rows } = await connection.query<{ position: number; id: string }>(
      "select position, id from tasks where owner_id = $1 order by position, id offset 8000 limit 1",
      [ownerId],
    );
    const cursor = Buffer.from(JSON.stringify([rows[0]?.position, rows[0]?.id]));
    const [seen] = await page({}, cursor.toString("base64url"));
    expect(seen?.rows).toBeLessThanOrEqual(aPage);
  });

  test("of what is over, the latest first", async () => {
    const [seen] = await explain(connection, (db) => listOver(db, { ownerId, limit }));
    expect(seen).toMatchObject({ indexes: ["tasks_over"], scansTable: false });
    expect(seen?.rows).toBeLessThanOrEqual(limit + 1);
  });
});

describe("a search reads what it finds", () => {
  test("by words", async () => {
    const [seen] = await page({ text: titleOf(7_777) });
    expect(seen).toMatchObject({ indexes: ["tasks_words"], scansTable: false });
    expect(seen?.rows).toBeLessThanOrEqual(2);
  });

  test("by project", async () => {
    const [seen] = await page({ project: "project 7", status: ["open"] });
    expect(seen).toMatchObject({ indexes: ["tasks_words"], scansTable: false });
    // 20,000 / (7 × 20) of them are in it.
    expect(seen?.rows).toBeLessThanOrEqual(150);
  });

  test("by due", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [seen] = await page({ status: ["open"], dueBefore: today });
    expect(seen).toMatchObject({ indexes: ["tasks_due"], scansTable: false });
    expect(seen?.rows).toBeLessThanOrEqual(100);
  });

  test("by parent", async () => {
    const [seen] = await page({ parentId: newId() });
    expect(seen).toMatchObject({ indexes: ["tasks_of_parent"], rows: 0 });
  });
});

test("what the index finds and what a walk through all tasks finds are the same", async () => {
  const filter = { text: "pay violet", status: ["open" as const] };
  const found = await listTasks(connection, { ownerId, filter, limit: 200 });
  const wanted = Array.from({ length: 10_000 }, (_, n) => titleOf(n)).filter((title) =>
    title.startsWith("pay violet"),
  );
  expect(found.ok && found.value.tasks.map(({ title }) => title)).toEqual(wanted.slice(0, 200));
});
