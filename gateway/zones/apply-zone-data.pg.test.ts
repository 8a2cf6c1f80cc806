// A start with other time zone data than the last: on a real read model, with the real rules of the actors.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ActorUnreadable } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { keepZoneRelease } from "../../database/zones/keep-zone-release.ts";
import { readZoneRelease } from "../../database/zones/read-zone-release.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { applyZoneData, type ZoneDataDeps } from "./apply-zone-data.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let token: string;
let userId: Id;
/** Who was caught up: the actors' own timers are Dapr's, so here it is only noted that they were asked. */
let caughtUp: Id[];
let deps: ZoneDataDeps;

beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  await db.query("delete from zone_data; delete from reminders; delete from tasks");
  ({ token, userId } = await gateway.signUp());
  caughtUp = [];
  const catchUp = async (id: Id) => {
    caughtUp.push(id);
    return { armed: 0, ownerId: null, reminders: [] };
  };
  const actors = { ...gateway.actors, catchUpTask: catchUp, catchUpUser: catchUp };
  deps = { db, actors, log: pino({ level: "silent" }), now: () => new Date() };
});

const call = async (method: string, path: string, body: unknown) => {
  const answer = await gateway.call(method, path, { token, body });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as { id: string };
};

/** A task with a reminder at nine in the morning of 2031. */
const remind = async (zone: string): Promise<Id> => {
  const due = { kind: "fixed", at: "2031-01-15T09:00", zone };
  const trigger = { kind: "relative", to: "due", minutes: 0 };
  const reminders = [{ id: newId(), trigger, channels: null }];
  return (await call("POST", "/tasks", { title: "Call the bank", due, reminders })).id;
};

/** What an earlier start with other data had armed: an hour later, in the actor and in the read model. */
const armAnHourLate = async (taskId: Id): Promise<void> => {
  const doc = gateway.actors.docs.get(taskId);
  if (!doc) throw new Error("the task is not there");
  const late = (at: string | null): string | null =>
    at === null ? null : new Date(Date.parse(at) + 3_600_000).toISOString();
  const reminders = doc.reminders.map((one) => ({
    ...one,
    plannedFor: late(one.plannedFor),
    scheduledFor: late(one.scheduledFor),
  }));
  gateway.actors.docs.set(taskId, { ...doc, reminders });
  for (const one of reminders) {
    await db.query(
      "update reminders set doc = $2, scheduled_for = $3 where task_id = $1 and reminder_id = $4",
      [taskId, JSON.stringify(one), one.scheduledFor, one.reminderId],
    );
  }
};

const armedFor = (taskId: Id): (string | null)[] =>
  gateway.actors.docs.get(taskId)?.reminders.map(({ scheduledFor }) => scheduledFor) ?? [];

const apply = (release: string) => applyZoneData(deps, release, new AbortController().signal);

const said = async (): Promise<string[]> => {
  const reply = await gateway.actors.readUser(userId);
  return reply.ok ? reply.conversation.recent.map(({ text }) => text) : [];
};

test("what the old data had armed for another instant is armed anew, and the person is told", async () => {
  const moved = await remind("America/Vancouver");
  const other = await remind("Europe/Berlin");
  await armAnHourLate(moved);
  await keepZoneRelease(db, "2025b");

  expect(await apply("2026f")).toEqual({ people: 1, reminders: 1 });
  expect(armedFor(moved)).toEqual(["2031-01-15T16:00:00.000Z"]);
  expect(armedFor(other)).toEqual(["2031-01-15T08:00:00.000Z"]);
  expect(await said()).toEqual([
    "The rules of the clocks have changed in America/Vancouver. 1 reminder is armed anew, to come at the clock time you set.",
  ]);
  expect(gateway.actors.applied.at(-1)?.command).toEqual({ type: "task.retime", taskId: moved });
  expect((await readZoneRelease(db))?.release).toBe("2026f");
});

test("a start with the same data asks nobody", async () => {
  await armAnHourLate(await remind("America/Vancouver"));
  await keepZoneRelease(db, "2026f");
  const asked = gateway.actors.asked;
  expect(await apply("2026f")).toBeNull();
  expect([gateway.actors.asked, caughtUp]).toEqual([asked, []]);
});

test("nobody is told of nothing: data that move no reminder are only remembered", async () => {
  await remind("Europe/Berlin");
  expect(await apply("2026f")).toEqual({ people: 0, reminders: 0 });
  expect(await said()).toEqual([]);
  expect((await readZoneRelease(db))?.release).toBe("2026f");
});

test("cut off in the middle it goes on at the next start, and tells once", async () => {
  const taskId = await remind("America/Winnipeg");
  await armAnHourLate(taskId);
  const whole = deps.actors;
  const dying = { execute: () => Promise.reject(new Error("the process ends here")) };
  deps.actors = { ...whole, ...dying };
  await expect(apply("2026f")).rejects.toThrow("the process ends here");
  expect(await readZoneRelease(db)).toBeNull();

  deps.actors = whole;
  await apply("2026f");
  expect(armedFor(taskId)).toEqual(["2031-01-15T14:00:00.000Z"]);
  expect((await said()).length).toBe(1);
});

test("back to older data and forth again, it is armed anew each time", async () => {
  const taskId = await remind("America/Vancouver");
  for (const release of ["2026f", "2026g", "2026f", "2026g"]) {
    await armAnHourLate(taskId);
    expect(await apply(release)).toEqual({ people: 1, reminders: 1 });
    expect(armedFor(taskId)).toEqual(["2031-01-15T16:00:00.000Z"]);
  }
  expect((await said()).length).toBe(4);
});

test("series that roll over by themselves and digests are armed anew too", async () => {
  const due = { kind: "floating", at: "2031-01-15T09:00" };
  const series = { title: "Stretch", due, recurrence: { rrule: "FREQ=DAILY" }, onMissed: "skip" };
  const { id } = await call("POST", "/tasks", series);
  await apply("2026f");
  expect(caughtUp).toEqual([userId, id]);
});

const unreadable = (type: "TaskActor" | "UserActor", id: Id) =>
  Promise.reject(new ActorUnreadable({ type, id }, new Error("of no known shape")));

test("a person who cannot be read keeps nobody behind them, and the release is kept", async () => {
  const first = { token, userId, task: await remind("America/Vancouver") };
  ({ token, userId } = await gateway.signUp());
  const second = { token, userId, task: await remind("America/Vancouver") };
  const [bad, good] = first.userId < second.userId ? [first, second] : [second, first];
  for (const { task } of [bad, good]) await armAnHourLate(task);
  const whole = deps.actors;
  const readUser = (id: Id) =>
    id === bad.userId ? unreadable("UserActor", id) : whole.readUser(id);
  deps.actors = { ...whole, readUser };

  expect(await apply("2026f")).toEqual({ people: 1, reminders: 1 });
  expect(armedFor(good.task)).toEqual(["2031-01-15T16:00:00.000Z"]);
  expect((await readZoneRelease(db))?.release).toBe("2026f");
});

test("a task that cannot be read keeps no other of its person from what moved", async () => {
  const due = { kind: "floating", at: "2031-01-15T09:00" };
  const series = { title: "Stretch", due, recurrence: { rrule: "FREQ=DAILY" }, onMissed: "skip" };
  const badSeries = (await call("POST", "/tasks", series)).id;
  const goodSeries = (await call("POST", "/tasks", series)).id;
  const bad = await remind("America/Vancouver");
  const good = await remind("America/Vancouver");
  for (const id of [bad, good]) await armAnHourLate(id);
  const { catchUpTask, ...whole } = deps.actors;
  deps.actors = {
    ...whole,
    catchUpTask: (id) => (id === badSeries ? unreadable("TaskActor", id) : catchUpTask(id)),
    execute: (envelope) =>
      envelope.command.taskId === bad ? unreadable("TaskActor", bad) : whole.execute(envelope),
  };

  await apply("2026f");
  expect(caughtUp).toContain(goodSeries);
  expect(armedFor(good)).toEqual(["2031-01-15T16:00:00.000Z"]);
  expect((await readZoneRelease(db))?.release).toBe("2026f");
});
test("cut off when some plans were promised, the next start reaches every task of a list that is another by then", async () => {
  const at = "2031-01-15T16:00:00.000Z";
  const tasks: Id[] = [];
  for (let n = 0; n < 60; n += 1) tasks.push(await remind("America/Vancouver"));
  for (const id of tasks) await armAnHourLate(id);
  const whole = deps.actors;
  const firstSlice = new Set(tasks.toSorted().slice(0, 25));
  deps.actors = {
    ...whole,
    execute: (envelope) =>
      firstSlice.has(envelope.command.taskId)
        ? whole.execute(envelope)
        : Promise.reject(new Error("the process ends here")),
  };
  await expect(apply("2026f")).rejects.toThrow("the process ends here");
  // As if the process had ended before it promised the other plans.
  await db.query("delete from commands where status = 'started'");
  for (const id of tasks.filter((one) => armedFor(one)[0] === at)) {
    await db.query(
      "update reminders set doc = doc || jsonb_build_object('plannedFor', $2::text, 'scheduledFor', $2::text) where task_id = $1",
      [id, at],
    );
  }

  deps.actors = whole;
  await apply("2026f");
  expect(tasks.map((id) => armedFor(id)[0])).toEqual(tasks.map(() => at));
  expect((await said()).length).toBe(1);
});
