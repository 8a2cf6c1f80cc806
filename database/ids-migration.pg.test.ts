// 0007-ids.sql on tables as versions before it left them, where two tasks had one id: what is right stays, and what one had
// taken from the other is given back or asked for.
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Id, newId } from "../domain/ids.ts";
import type { Task } from "../domain/task.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { firedReminder } from "../tests/reminder-examples.ts";
import { appendEvents } from "./audit/append-events.ts";
import { type Database, openDatabase } from "./pool.ts";
import { listOverdue } from "./arming/list-overdue.ts";
import { projectTasks } from "./tasks/project-tasks.ts";

const folder = new URL("./migrations/", import.meta.url);

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = openDatabase(await postgres.createDatabase());
  const earlier = readdirSync(folder).filter((name) => name < "0007");
  for (const name of earlier.toSorted())
    await db.query(readFileSync(new URL(name, folder), "utf8"));
}, 60_000);
afterAll(async () => {
  await db.end();
  await postgres.stop();
});
const upgrade = () => db.query(readFileSync(new URL("0007-ids.sql", folder), "utf8"));

const aTask = async (reminderIds: Id[] = [], more: Partial<Task> = {}): Promise<Task> => {
  const trigger = { kind: "instant" as const, at: "2030-01-01T00:00:00.000Z" };
  const reminders = reminderIds.map((id) => ({ id, trigger, channels: null }));
  const task = exampleTask({ reminders, ...more });
  await projectTasks(db, [task]);
  return task;
};
/** A row as it was: of `task`, with the status of a reminder of `says`. */
const reminderRow = async (task: Task, reminderId: Id, says = task) => {
  const { status } = firedReminder({
    data: { taskId: says.id },
    status: { reminderId, state: "scheduled" },
  }).data;
  await db.query(
    "insert into reminders (reminder_id, task_id, owner_id, sequence, doc, scheduled_for) values ($1, $2, $3, $4, $5, $6)",
    [reminderId, task.id, task.ownerId, status.sequence, status, status.scheduledFor],
  );
  return status;
};
const occurrenceRow = async (task: Task, version: number, at: string) => {
  const doc = { id: newId(), slot: "2026-03-02", instant: at, outcome: "done", at };
  await db.query(
    "insert into occurrences (occurrence_id, task_id, owner_id, version, slot, doc) values ($1, $2, $3, $4, $5, $6)",
    [doc.id, task.id, task.ownerId, version, doc.slot, doc],
  );
  return doc.id;
};

test("rows that one task had taken from another are put right, all others stay as they are", async () => {
  const [taken, own, id] = [newId(), newId(), newId()];
  const [mine, theirs] = [await aTask([taken, own]), await aTask([taken])];
  const kept = await reminderRow(mine, own);
  const moved = await reminderRow(mine, taken, theirs);
  const gone = await reminderRow(mine, newId(), exampleTask());

  const at = "2026-03-02T09:00:00.000Z";
  const done = await aTask([], { version: 3, updatedAt: at });
  const rolled = exampleEvent({ ...done, version: 2 }, { time: at });
  await appendEvents(db, [{ ...rolled, type: "punctual.task.occurrence-completed.v1" }]);
  const right = await occurrenceRow(done, 2, at);
  await occurrenceRow(done, 2, "2026-03-05T09:00:00.000Z");
  await occurrenceRow(done, 8, at);

  await db.query(
    "insert into people (user_id, version, settings) values ($1, 1, '{}'), ($2, 1, '{}')",
    [id, mine.id],
  );
  await db.query("insert into armed (id, epoch) select unnest($1::uuid[]), $2", [
    [id, mine.id, theirs.id],
    newId(),
  ]);

  await upgrade();

  const { rows } = await db.query(
    "select task_id, reminder_id, owner_id, sequence, unarmed, doc from reminders",
  );
  const rowOf = (task: Task, reminderId: Id) =>
    rows.find((one) => one.task_id === task.id && one.reminder_id === reminderId);
  expect(rows).toHaveLength(3);
  expect(rowOf(mine, own)).toMatchObject({ doc: kept, unarmed: false });
  expect(rowOf(theirs, taken)).toMatchObject({ doc: moved, owner_id: theirs.ownerId });
  expect(rowOf(mine, taken)).toMatchObject({ sequence: 0, unarmed: true });
  expect(rows.map(({ reminder_id }) => reminder_id)).not.toContain(gone.reminderId);
  expect(await listOverdue(db, { olderThanMs: 60_000, limit: 10 })).toContain(mine.id);

  const occurrences = await db.query<{ id: Id }>("select occurrence_id as id from occurrences");
  expect(occurrences.rows.map((one) => one.id)).toEqual([right]);

  const armed = await db.query("select kind, id from armed order by kind");
  expect(armed.rows).toEqual([
    { kind: "person", id },
    { kind: "task", id: theirs.id },
  ]);
});
