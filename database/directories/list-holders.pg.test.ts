// Which tasks hold a name, on a real PostgreSQL: all of them, however many others there are.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { projectTasks } from "../tasks/project-tasks.ts";
import { type Held, listHolders } from "./list-holders.ts";

const ownerId = newId();
let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  const one = (more: object) => exampleTask({ id: newId(), ownerId, project: "Work", ...more });
  await projectTasks(db, [
    ...Array.from({ length: 50 }, () => one({ section: "Other" })),
    one({ section: "Übung" }),
    one({ section: "übung", tags: ["Errand"] }),
    one({ section: "Übung", project: "Home" }),
    one({ section: null, tags: ["errand"] }),
    exampleTask({ id: newId(), ownerId: newId(), project: "Work", section: "Übung" }),
  ]);
});
afterAll(() => postgres.stop());

const count = async (held: Held, limit = 10) =>
  (await listHolders(db, { ownerId, held, limit })).length;

test("tasks of a section are found behind any number of others in the project, whatever their spelling", async () => {
  expect(await count({ of: "section", name: "ÜBUNG", project: "work" })).toBe(2);
  expect(await count({ of: "section", name: "Other", project: "Work" })).toBe(10);
  expect(await count({ of: "section", name: "none", project: "Work" })).toBe(0);
});

test("tasks of a project and of a tag are found whatever their section", async () => {
  expect(await count({ of: "project", name: "WORK" }, 100)).toBe(53);
  expect(await count({ of: "tag", name: "ERRAND" })).toBe(2);
});
