// The consumers on a real database: every event once, the newest snapshot, whatever is delivered how often.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvents } from "../database/audit/list-events.ts";
import type { Database } from "../database/pool.ts";
import { readTask } from "../database/tasks/read-task.ts";
import type { Event, TaskEvent } from "../domain/event.ts";
import { newId } from "../domain/ids.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { turnEvents } from "../tests/turns.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { auditConsumer } from "./audit/consumer.ts";
import type { DeadLetter, LogRecord } from "./consumer.ts";
import { createReader } from "./reader.ts";
import { searchConsumer } from "./search/consumer.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const records = (events: Event[]): LogRecord[] =>
  events.map((event, place) => ({
    topic: "task-events",
    partition: 0,
    offset: String(place),
    key: event.ownerid,
    value: Buffer.from(JSON.stringify(event)),
  }));

const readers = () => {
  const buried: DeadLetter[] = [];
  const deps = {
    bury: async (letter: DeadLetter) => void buried.push(letter),
    log: pino({ enabled: false }),
  };
  return {
    audit: createReader([auditConsumer(db)], deps),
    search: createReader([searchConsumer(db, 86_400_000)], deps),
    buried,
  };
};

/** `count` changes of one task. */
const changes = (count: number): TaskEvent[] => {
  const task = exampleTask();
  return Array.from({ length: count }, (_, place) => {
    const version = place + 1;
    const updatedAt = new Date(Date.UTC(2026, 11, 1, 8, 0, place)).toISOString();
    return exampleEvent({ ...task, version, title: `v${version}`, updatedAt });
  });
};

test("events delivered twice, and by two readers at once, are in the log once and in order", async () => {
  const { audit } = readers();
  const events = changes(30);
  const [first] = events as [TaskEvent];
  await audit(records(events.slice(0, 20)));
  await Promise.all([audit(records(events)), audit(records(events.slice(10)))]);
  const page = await listEvents(db, { ownerId: first.ownerid, limit: 100 });
  expect(page.ok && page.value.events.map((entry) => entry.version)).toEqual(
    Array.from({ length: 30 }, (_, place) => 30 - place),
  );
});

test("the read model ends at the newest snapshot, whatever comes late or again", async () => {
  const { search } = readers();
  const events = changes(5);
  const last = events[4] as TaskEvent;
  const read = () => readTask(db, { ownerId: last.ownerid, taskId: last.subject });
  expect(await search(records(events.slice(0, 3)))).toEqual(["done", "done", "done"]);
  expect(await read()).toEqual(events[2]?.data.task);
  await search(records(events));
  await search(records(events.slice(1, 2)));
  expect(await read()).toEqual(last.data.task);
});

test("a turn of the conversation is in the log with its correlation id, and in no other table", async () => {
  const { audit, search, buried } = readers();
  const userId = newId();
  const correlationId = newId();
  const events = turnEvents(userId, { correlationId, message: "add milk" });
  const again = [...events, ...events];
  expect(await audit(records(again))).toEqual(["done", "done", "done", "done"]);
  expect(await search(records(again))).toEqual(["done", "done", "done", "done"]);
  expect(buried).toEqual([]);
  const page = await listEvents(db, { ownerId: userId, limit: 10 });
  expect(page.ok && page.value.events).toMatchObject([
    { type: "punctual.chat.answered.v1", version: 2, correlationId },
    { type: "punctual.chat.message.v1", version: 1, correlationId, origin: "chat" },
  ]);
  const { rows } = await db.query("select from people where user_id = $1", [userId]);
  expect(rows).toEqual([]);
});

test("an event that PostgreSQL refuses is buried by both, its neighbours are stored", async () => {
  const { audit, search, buried } = readers();
  const [one, , three] = changes(3) as [TaskEvent, TaskEvent, TaskEvent];
  const description = "nul \u0000 inside"; // JSON can say it, PostgreSQL's jsonb cannot hold it
  const task = exampleTask({ description });
  const bad = exampleEvent(task, {
    data: { task, changes: { description: { before: "", after: description } } },
  });
  expect(await audit(records([one, bad, three]))).toEqual(["done", "done", "done"]);
  expect(await search(records([one, bad, three]))).toEqual(["done", "done", "done"]);
  expect(buried.map(({ consumer, offset }) => [consumer, offset])).toEqual([
    ["audit", "1"],
    ["search", "1"],
  ]);
  expect(buried[0]?.reason).toContain("could not be stored");
  expect(await readTask(db, { ownerId: one.ownerid, taskId: one.subject })).toEqual(
    three.data.task,
  );
});
