// What Kafka lost before the audit log had it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEvents } from "../../database/audit/append-events.ts";
import { listEvents } from "../../database/audit/list-events.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { exampleEvent, examplePlan, exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { fillGaps } from "./gaps.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const fill = () => fillGaps(db, { olderThanMs: 0, signal: new AbortController().signal });
const log = async ({ ownerId, id }: Task) => {
  const page = await listEvents(db, { ownerId, taskId: id, limit: 50 });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.events
    .toSorted((a, b) => a.version - b.version)
    .map(({ version, type, eventId }) => ({ version, type, eventId }));
};
/** A change that was acknowledged: its intent has the answer, and the read model the task. */
const acknowledge = async (task: Task) => {
  const plan = examplePlan(task.id, task.ownerId);
  const intent = { userId: task.ownerId, key: newId(), bodyHash: "", plan };
  const changes = { priority: { before: 4, after: 1 } };
  await startIntent(db, intent);
  const reply = { ok: true as const, task, reminders: [], changes, repeated: false };
  await finishIntent(db, { ...intent, replies: [reply] });
};

test("an acknowledged change that Kafka lost is in the log again; one that is kept nowhere is marked", async () => {
  const updatedAt = "2025-12-01T08:00:00.000Z";
  const task = exampleTask({ updatedAt });
  const [v1, v3] = [task, { ...task, version: 3 }];
  const events = [v1, v3].map((one) => exampleEvent(one));
  await appendEvents(db, events);
  await acknowledge({ ...task, version: 2 });
  await acknowledge({ ...task, version: 5 });
  expect((await log(task)).map(({ version }) => version)).toEqual([1, 3]);

  expect(await fill()).toEqual({ recovered: 2, marked: 1 });
  expect(await log(task)).toMatchObject([
    { version: 1, eventId: events[0]?.id },
    { version: 2, type: "punctual.task.changed.v1" },
    { version: 3, eventId: events[1]?.id },
    { version: 4, type: "punctual.log.gap.v1" },
    { version: 5, type: "punctual.task.changed.v1" },
  ]);
  expect(await fill()).toEqual({ recovered: 0, marked: 0 });

  const late = exampleEvent({ ...task, version: 4 });
  await appendEvents(db, [late]);
  await fill();
  expect((await log(task)).map(({ eventId }) => eventId)).toContain(late.id);
  expect(await log(task)).toHaveLength(5);
});

test("a log without gaps, and what may still be on its way, is left alone", async () => {
  const whole = exampleTask();
  await appendEvents(db, [exampleEvent(whole)]);
  const young = exampleTask({ updatedAt: new Date().toISOString() });
  await projectTasks(db, [whole, young]);
  const signal = new AbortController().signal;
  expect(await fillGaps(db, { olderThanMs: 60_000, signal })).toEqual({ recovered: 0, marked: 0 });
  expect(await log(young)).toEqual([]);
});
