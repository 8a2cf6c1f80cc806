// What was finished or thrown away lately, for the chat.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { listRecentTasks } from "./list-recent-tasks.ts";
import { projectTasks } from "./project-tasks.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

test("finished tasks and the trash come the latest first, open ones and strangers' not at all", async () => {
  const ownerId = newId();
  const at = (day: number) => `2026-11-${day}T09:00:00.000Z`;
  await projectTasks(db, [
    exampleTask({ ownerId, title: "first", status: "done", updatedAt: at(20) }),
    exampleTask({ ownerId, title: "third", status: "done", updatedAt: at(23) }),
    exampleTask({ ownerId, title: "second", status: "cancelled", updatedAt: at(22) }),
    exampleTask({ ownerId, title: "open", updatedAt: at(24) }),
    exampleTask({ ownerId, title: "gone", status: "done", updatedAt: at(24), deletedAt: at(24) }),
    exampleTask({ ownerId: newId(), title: "strange", status: "done", updatedAt: at(24) }),
  ]);
  const titles = async (inTrash: boolean, limit: number) =>
    (await listRecentTasks(db, { ownerId, inTrash, limit })).map((task) => task.title);
  expect(await titles(false, 10)).toEqual(["third", "second", "first"]);
  expect(await titles(false, 1)).toEqual(["third"]);
  expect(await titles(true, 10)).toEqual(["gone"]);
});
