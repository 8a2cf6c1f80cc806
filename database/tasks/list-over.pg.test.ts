// What is behind a person: done, cancelled and thrown away, the latest first.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import { exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { listOver } from "./list-over.ts";
import { projectTasks } from "./project-tasks.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

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
  const titles = async (which: Partial<Parameters<typeof listOver>[1]>) =>
    unwrap(await listOver(db, { ownerId, limit: 10, ...which })).tasks.map(({ title }) => title);
  expect(await titles({})).toEqual(["third", "second", "first"]);
  expect(await titles({ limit: 1 })).toEqual(["third"]);
  expect(await titles({ status: ["done"] })).toEqual(["third", "first"]);
  expect(await titles({ since: at(22) })).toEqual(["third", "second"]);
  expect(await titles({ inTrash: true })).toEqual(["gone"]);
});

test("pages together hold each task once, also those that ended in the same instant", async () => {
  const ownerId = newId();
  const day = (n: number) => `2026-11-${10 + Math.floor(n / 3)}T09:00:00.000Z`;
  const tasks = Array.from({ length: 11 }, (_, n) =>
    exampleTask({ ownerId, status: "done", completedAt: day(n), updatedAt: day(20) }),
  );
  await projectTasks(db, tasks);
  const seen: Task[] = [];
  let cursor: string | undefined;
  do {
    const page = unwrap(await listOver(db, { ownerId, cursor, limit: 2 }));
    seen.push(...page.tasks);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const ended = seen.map(({ completedAt }) => completedAt ?? "");
  expect(ended).toEqual(ended.toSorted().toReversed());
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(tasks.map(({ id }) => id)));
  expect(seen).toHaveLength(tasks.length);
});

test.each(["", "nonsense", Buffer.from("[1,2]").toString("base64url")])(
  "a cursor nobody gave (%j) is refused by the name of its field",
  async (cursor) => {
    const page = await listOver(db, { ownerId: newId(), cursor, limit: 5 });
    expect(page).toMatchObject({ ok: false, error: { fields: [{ path: "cursor" }] } });
  },
);
