// What the armer arms as it comes nearer, on a real database: in time, spread, once, and after an absence at once. Actors are played.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, inTransaction, type Queryable } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { listToArm } from "../../database/arming/list-to-arm.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { searchConsumer } from "../search/consumer.ts";
import { armWhatWaits } from "./round.ts";

let postgres: TestPostgres;
let db: Database;
let epoch: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  await db.query("truncate reminders, armed, scheduler_epochs");
  epoch = newId();
  await db.query("insert into scheduler_epochs values ($1, now() - interval '1 hour')", [epoch]);
});

const hourMs = 3_600_000;
const horizonMs = 24 * hourMs;
const later = (ms: number) => new Date(Date.now() + ms);

/** Set so many ms ago for so many ms from now. */
const scheduled = (inMs: number, agoMs = 0, more: { taskId?: Id; sequence?: number } = {}) => {
  const { taskId = newId(), sequence = 1 } = more;
  return firedReminder({
    type: "punctual.reminder.scheduled.v1",
    time: later(-agoMs).toISOString(),
    data: { taskId },
    status: {
      taskId,
      sequence,
      state: "scheduled",
      firedAt: null,
      scheduledFor: later(inMs).toISOString(),
    },
  });
};
/** As the log brings it. */
const read = (...events: ReminderEvent[]) => searchConsumer(db, horizonMs).store(events);
const tasksOf = (events: ReminderEvent[]) => events.map(({ data }) => data.taskId).toSorted();

const play = (failing?: Id) => {
  const asked: Id[] = [];
  const catchUpTask = async (id: Id) => {
    asked.push(id);
    if (id === failing) throw new Error("away");
    return { armed: 1, ownerId: null, reminders: [] };
  };
  const actors = { catchUpTask, catchUpUser: catchUpTask };
  const run = (inEpoch = epoch) =>
    armWhatWaits({ db, actors, horizonMs }, inEpoch, new AbortController().signal);
  return { asked, run };
};

test("far ones wait in the read model alone; what has come within half of the horizon is asked, once", async () => {
  const [far, near] = [scheduled(25 * hourMs, 48 * hourMs), scheduled(11 * hourMs, 48 * hourMs)];
  await read(far, near);
  const { asked, run } = play();
  await run();
  await run();
  expect(asked).toEqual(tasksOf([near]));
});

test("what its actor armed itself is not asked, also when the answer was stored before its event", async () => {
  const [soon, tomorrow] = [scheduled(hourMs), scheduled(23 * hourMs)];
  const { status } = soon.data;
  await projectReminders(db, [{ status, ownerId: soon.ownerid, unarmed: false }]);
  await read(soon, tomorrow);
  const { asked, run } = play();
  await run();
  expect(asked).toEqual([]);
});

test("an event read late counts from when the reminder was set: it was far then, so it is armed now", async () => {
  const late = scheduled(11 * hourMs, 14 * hourMs);
  await read(late);
  const { asked, run } = play();
  await run();
  expect(asked).toEqual(tasksOf([late]));
});

test("a thousand that are due at one instant enter spread over the first half of the horizon", async () => {
  const events = Array.from({ length: 1_000 }, () => scheduled(25 * hourMs, 48 * hourMs));
  await read(...events);
  const enteredBy = async (inMs: number) =>
    (await listToArm(db, { epoch, limit: 2_000, now: later(inMs), horizonMs })).length;
  expect(await enteredBy(hourMs)).toBe(0);
  const quarters = await Promise.all([4, 7, 10].map((hours) => enteredBy(hours * hourMs)));
  for (const [n, entered] of quarters.entries()) {
    expect(entered).toBeGreaterThan(250 * (n + 1) - 80);
    expect(entered).toBeLessThan(250 * (n + 1) + 80);
  }
  expect(await enteredBy(13 * hourMs)).toBe(1_000);
});

test("after hours without a round the overdue come first, then the soonest, all in one round", async () => {
  const hours = [2, 11, 0.1, 5, -1, 9];
  const events = hours.map((inHours) => scheduled(inHours * hourMs, 72 * hourMs));
  await read(...events);
  const { asked, run } = play();
  expect(await run()).toMatchObject({ overdue: 1, tasks: 5, failed: 0 });
  const inOrder = events.toSorted((a, b) =>
    (a.data.status.scheduledFor ?? "") < (b.data.status.scheduledFor ?? "") ? -1 : 1,
  );
  expect(asked).toEqual(inOrder.map(({ data }) => data.taskId));
});

test("a task that was armed once in this epoch is armed again for what enters later, and for what moved away and came near", async () => {
  const taskId = newId();
  const first = scheduled(2 * hourMs, 72 * hourMs, { taskId });
  const second = scheduled(25 * hourMs, 72 * hourMs, { taskId });
  await read(first, second);
  const { asked, run } = play();
  await run();
  await db.query("update reminders set scheduled_for = now() + interval '3 hours'");
  await db.query("update reminders set armed_at = null where reminder_id = $1", [first.subject]);
  await run();
  await run();
  expect(asked).toEqual([taskId, taskId]);
});

test("a new epoch arms what is within the horizon at once and leaves the far ones be", async () => {
  const [armed, far] = [scheduled(hourMs), scheduled(25 * hourMs)];
  await read(armed, far);
  const { asked, run } = play();
  const next = newId();
  await run(next);
  await run(next);
  expect(asked).toEqual(tasksOf([armed]));
});

test("a page of many that are near reads about what it lists, not all that is near", async () => {
  await read(...Array.from({ length: 3_000 }, (_, n) => scheduled(hourMs + n)));
  await db.query("analyze reminders");
  // The server's count also holds what this connection has not told it yet of the statements before.
  const countRead = async (connection: Queryable): Promise<number> =>
    (
      await connection.query<{ count: number }>(
        "select (seq_tup_read + idx_tup_fetch)::int as count from pg_stat_xact_user_tables where relname = 'reminders'",
      )
    ).rows[0]?.count ?? 0;
  const rowsRead = await inTransaction(db, async (connection) => {
    const asked = { epoch: newId(), limit: 200, now: new Date(), horizonMs };
    await db.query("insert into scheduler_epochs values ($1)", [asked.epoch]);
    const before = await countRead(connection);
    expect(await listToArm(connection, asked)).toHaveLength(200);
    return (await countRead(connection)) - before;
  });
  expect(rowsRead).toBeGreaterThanOrEqual(200);
  expect(rowsRead).toBeLessThan(500);
});

test("a task that fails, with more reminders than a page has places, keeps nobody behind it from their turn", async () => {
  const taskId = newId();
  const poison = Array.from({ length: 250 }, () => scheduled(hourMs, 72 * hourMs, { taskId }));
  const behind = scheduled(2 * hourMs, 72 * hourMs);
  const other = scheduled(30_000, 72 * hourMs);
  await read(...poison, behind, other);
  const { asked, run } = play(taskId);
  expect(await run()).toMatchObject({ tasks: 2, failed: 1 });
  expect(asked).toEqual([other.data.taskId, taskId, behind.data.taskId]);
});
