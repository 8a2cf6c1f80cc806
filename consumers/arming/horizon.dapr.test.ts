// A short horizon with a real scheduler, actors and database: far reminders have no Job, and ring on time when they have come near.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TaskCommand } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { ReminderEvent } from "../../domain/reminder-event.ts";
import { startActors, type TestActors } from "../../tests/actor-host.ts";
import { until } from "../../tests/dapr.ts";
import { searchConsumer } from "../search/consumer.ts";
import { armWhatWaits } from "./round.ts";

const horizonMs = 8_000;
const epoch = newId();
const owner = newId();
let it: TestActors;
beforeAll(async () => {
  it = await startActors(horizonMs);
  await it.db.query("insert into scheduler_epochs values ($1, now() - interval '1 hour')", [epoch]);
}, 120_000);
afterAll(() => it?.stop());
beforeEach(() => it.db.query("truncate reminders, armed"));

const told = (): ReminderEvent[] =>
  it.published.flatMap(({ topic, event }) =>
    topic === "reminders" ? [ReminderEvent.parse(event)] : [],
  );
const fired = (reminderId: Id) =>
  told().filter(
    ({ type, subject }) => type === "punctual.reminder.fired.v1" && subject === reminderId,
  );

/** What the log has of a task, into the read model. */
const readLog = (taskId: Id) =>
  searchConsumer(it.db, horizonMs).store(told().filter(({ data }) => data.taskId === taskId));

const execute = async (command: TaskCommand): Promise<void> => {
  const reply = await it.actors.execute({
    v: 1,
    command,
    origin: {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: owner,
      source: "rest",
      device: null,
      traceparent: null,
    },
  });
  if (!reply.ok) throw new Error(reply.error.message);
};

const instant = (inMs: number) => new Date(Date.now() + inMs).toISOString();
const reminders = (id: Id, at: string) => [
  { id, trigger: { kind: "instant" as const, at }, channels: null },
];

/** A task with one reminder due in so many ms. */
const remind = async (inMs: number) => {
  const [taskId, reminderId] = [newId(), newId()];
  const at = instant(inMs);
  await execute({
    type: "task.create",
    taskId,
    fields: { title: "x", reminders: reminders(reminderId, at) },
  });
  return { taskId, reminderId, at };
};

/** Whether the scheduler has the Job of that generation. */
const hasJob = async (of: { taskId: Id; reminderId: Id }, generation = 1): Promise<boolean> => {
  const { httpPort, apiToken } = it.sidecar;
  const name = `reminder-${of.taskId}-${of.reminderId}-${generation}`;
  const answer = await fetch(`http://127.0.0.1:${httpPort}/v1.0/jobs/${name}`, {
    headers: { "dapr-api-token": apiToken },
  });
  const text = await answer.text();
  if (!answer.ok && !text.includes("code = NotFound")) throw new Error(text);
  return answer.ok;
};

const runRound = () =>
  armWhatWaits({ db: it.db, actors: it.actors, horizonMs }, epoch, new AbortController().signal);

test("a far reminder has no Job and costs a row, a near one has its Job at once", async () => {
  const [far, near] = [await remind(3_600_000), await remind(horizonMs - 2_000)];
  expect([await hasJob(far), await hasJob(near)]).toEqual([false, true]);
  await readLog(far.taskId);
  const { rows } = await it.db.query("select armed_at, unarmed, state from reminders");
  expect(rows).toEqual([{ armed_at: null, unarmed: false, state: "scheduled" }]);
  await execute({ type: "task.complete", taskId: near.taskId });
  expect(await hasJob(near)).toBe(false);
});

test("one that comes within the horizon is given its Job by a round, and rings once, at its instant", async () => {
  const one = await remind(horizonMs + 3_000);
  await readLog(one.taskId);
  expect(await runRound()).toMatchObject({ tasks: 0 });
  expect(await hasJob(one)).toBe(false);
  const near = Date.parse(one.at) - horizonMs / 2;
  await until("it is near", async () => Date.now() > near, 15_000);
  expect(await runRound()).toMatchObject({ tasks: 1, failed: 0 });
  expect(await hasJob(one)).toBe(true);
  expect(await runRound()).toMatchObject({ tasks: 0 });
  await until("it rings", async () => fired(one.reminderId).length > 0, 15_000);
  expect(fired(one.reminderId)).toHaveLength(1);
  expect(fired(one.reminderId)[0]?.data.status.lateByMs).toBeGreaterThanOrEqual(0);
  // By its Job, that is, and not by a round that found it overdue.
  expect(it.jobs.filter((name) => name.includes(one.reminderId))).toHaveLength(1);
}, 60_000);

test("moved away it loses its Job, moved near it has one again, of the next generation", async () => {
  const one = await remind(horizonMs - 1_000);
  expect(await hasJob(one)).toBe(true);
  const move = (inMs: number) =>
    execute({
      type: "task.patch",
      taskId: one.taskId,
      changes: { reminders: reminders(one.reminderId, instant(inMs)) },
    });
  await move(3_600_000);
  expect([await hasJob(one), await hasJob(one, 2)]).toEqual([false, false]);
  await move(2_000);
  expect(await hasJob(one, 3)).toBe(true);
  await until("it rings", async () => fired(one.reminderId).length > 0, 10_000);
  expect(fired(one.reminderId)).toHaveLength(1);
}, 30_000);

test("what came due while nobody armed is told at the next round, once, and says how late it is", async () => {
  const one = await remind(horizonMs + 500);
  await readLog(one.taskId);
  const overdue = Date.parse(one.at) + 10_100;
  await until("it is overdue", async () => Date.now() > overdue, 30_000);
  expect(fired(one.reminderId)).toHaveLength(0);
  expect(await runRound()).toMatchObject({ overdue: 1 });
  await runRound();
  expect(fired(one.reminderId)).toHaveLength(1);
  expect(fired(one.reminderId)[0]?.data.status.lateByMs).toBeGreaterThanOrEqual(10_000);
}, 60_000);
