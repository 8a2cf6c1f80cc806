// 0017-long-lists.sql on rows as versions before it wrote them: all that is derived becomes what is derived of a task today.
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { exampleTask } from "../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { type Database, openDatabase } from "./pool.ts";
import { listDifferences } from "./rebuild/list-differences.ts";
import { addRebuilt, startRebuild } from "./rebuild/start-rebuild.ts";
import { listOver } from "./tasks/list-over.ts";
import { listTasks } from "./tasks/list-tasks.ts";
import { wordsIn as words } from "../domain/words.ts";
import { labelKey } from "../domain/label-key.ts";

const folder = new URL("./migrations/", import.meta.url);
const run = (name: string) => db.query(readFileSync(new URL(name, folder), "utf8"));

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = openDatabase(await postgres.createDatabase(), { max: 1 });
  for (const name of readdirSync(folder).toSorted()) if (name < "0017") await run(name);
}, 60_000);
afterAll(async () => {
  await db.end();
  await postgres.stop();
});

test("rows from before are found by their words, labels and place, as if they were written today", async () => {
  const ownerId = newId();
  const at = "2026-11-20T09:00:00.000Z";
  const tasks = [
    exampleTask({ ownerId, title: "Buy Crème fraîche", tags: ["It's", "b\\c"], project: "Café" }),
    exampleTask({ ownerId, title: "…", description: "taxes" }),
    exampleTask({ ownerId, title: "over", status: "done", completedAt: at }),
    exampleTask({ ownerId, title: "called off", status: "cancelled", updatedAt: at }),
    exampleTask({ ownerId, title: "gone", deletedAt: at }),
  ];
  for (const task of tasks) {
    const { id, version, project, tags, title, description } = task;
    const text = [title, description, project ?? "", ...tags].join("\n");
    await db.query(
      `insert into tasks (id, owner_id, version, doc, project_key, tag_keys, search)
       values ($1, $2, $3, $4, $5, $6, array_to_tsvector($7::text[]))`,
      [id, ownerId, version, task, project && labelKey(project), tags.map(labelKey), words(text)],
    );
  }
  await run("0017-long-lists.sql");

  await startRebuild(db);
  await addRebuilt(db, tasks);
  expect(await listDifferences(db, { limit: 10 })).toEqual([]);
  const titles = async (page: ReturnType<typeof listTasks>) => {
    const found = await page;
    return found.ok ? found.value.tasks.map(({ title }) => title) : found.error;
  };
  const list = (filter: Parameters<typeof listTasks>[1]["filter"]) =>
    titles(listTasks(db, { ownerId, filter, limit: 10 }));
  expect(await list({ text: "creme" })).toEqual(["Buy Crème fraîche"]);
  expect(await list({ tag: "IT'S" })).toEqual(["Buy Crème fraîche"]);
  expect(await list({ tag: "b\\c", project: "café" })).toEqual(["Buy Crème fraîche"]);
  expect(await list({ deleted: true })).toEqual(["gone"]);
  expect(await titles(listOver(db, { ownerId, limit: 10 }))).toHaveLength(2);
});
