// `npm run replay` on a real Kafka and a real PostgreSQL.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appendEvents } from "../database/audit/append-events.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { migrate } from "../database/migrate.ts";
import { listOccurrences } from "../database/occurrences/list-occurrences.ts";
import { projectReminders } from "../database/reminders/project-reminders.ts";
import { projectTasks } from "../database/tasks/project-tasks.ts";
import { diff, type TaskEvent } from "../domain/event.ts";
import { newId } from "../domain/ids.ts";
import type { Task } from "../domain/task.ts";
import { run } from "../tests/command.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { firedReminder } from "../tests/reminder-examples.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let db: Database;
let url: string;
/** Every event that is in Kafka, and the newest state of its tasks. */
const logged: TaskEvent[] = [];
const newest = new Map<string, Task>();

/** The events of one task that is made and changed `versions - 1` times. */
const history = (versions: number, named: Partial<Task> = {}): TaskEvent[] => {
  let before: Task | null = null;
  const made = exampleTask(named);
  return Array.from({ length: versions }, (_, place) => {
    const updatedAt = new Date(Date.now() + place).toISOString();
    const version = place + 1;
    const title = `version ${version}`;
    const createdAt = before?.createdAt ?? updatedAt;
    const task: Task = { ...made, title, version, createdAt, updatedAt };
    const event = exampleEvent(task, { data: { task, changes: diff(before, task) } });
    before = task;
    return event;
  });
};

const log = async (events: TaskEvent[]) => {
  await kafka.send(
    "task-events",
    events.map((event) => ({ key: event.ownerid, value: JSON.stringify(event) })),
  );
  logged.push(...events);
  for (const { data } of events) newest.set(data.task.id, data.task);
};

beforeAll(async () => {
  [kafka, postgres] = await Promise.all([startKafka(), startPostgres()]);
  await log(Array.from({ length: 300 }, (_, place) => history(1 + (place % 5))).flat());
  await kafka.send("task-events", [{ value: "poison" }]);
}, 120_000);
afterAll(() => Promise.all([kafka?.stop(), postgres?.stop()]), 60_000);

/** Each test has a database of its own over the same log, made right first. */
beforeEach(async () => {
  url = await postgres.createDatabase();
  db = openDatabase(url);
  await migrate(db);
  await projectTasks(db, [...newest.values()]);
  return () => db.end();
});

const replay = (...args: string[]) =>
  run("consumers/replay.ts", args, { DATABASE_URL: url, KAFKA_BROKERS: kafka.brokers });

const live = async (): Promise<Map<string, Task>> => {
  const { rows } = await db.query<{ id: string; doc: Task }>("select id, doc from tasks");
  return new Map(rows.map(({ id, doc }) => [id, doc]));
};

test("a lost read model is rebuilt from the log, and then equal", async () => {
  await db.query("truncate tasks");
  const { code, stdout, stderr } = await replay();
  expect(stderr).toBe("");
  expect(stdout).toContain("Read 901 events");
  expect(stdout).toContain("1 record left out");
  expect(stdout).toContain("Replaced 300 rows, deleted 0");
  expect(stdout).toContain("equal: the read model and the log have the same 300 tasks");
  expect(code).toBe(0);
  expect(await live()).toEqual(newest);
});

test("a check of a right read model says equal and a replay replaces nothing", async () => {
  expect(await replay("--check")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("equal:"),
  });
  expect((await replay()).stdout).toContain("nothing replaced");
});

test("a check names each task that is not the same and changes nothing; a replay repairs all", async () => {
  const ids = [...newest.values()].filter(({ version }) => version > 2).map(({ id }) => id);
  const [missing, older, other, unfound] = ids as [string, string, string, string];
  const invented = exampleTask({ updatedAt: "2026-01-01T00:00:00.000Z" });
  await projectTasks(db, [invented]);
  await db.query("delete from tasks where id = $1", [missing]);
  await db.query("update tasks set version = 1 where id = $1", [older]);
  await db.query(`update tasks set doc = doc || '{"title": "x", "tags": []}' where id = $1`, [
    other,
  ]);
  await db.query("update tasks set search = '' where id = $1", [unfound]);
  const wrong = await live();

  const check = await replay("--check");
  expect(check.code).toBe(1);
  expect(check.stdout).toContain("5 tasks are not the same:");
  const version = (id: string) => newest.get(id)?.version;
  for (const line of [
    `${missing}: is missing, the log has version ${version(missing)}`,
    `${older}: is version 1, the log has version ${version(older)}`,
    `${other}: version ${version(other)} in both, but not the same: title`,
    `${unfound}: version ${version(unfound)} in both, but not the same: what it is found by`,
    `${invented.id}: version 1 is in no log`,
  ]) {
    expect(check.stdout).toContain(line);
  }
  expect(await live()).toEqual(wrong);

  const repaired = await replay();
  expect(repaired.stdout).toContain("Replaced 4 rows, deleted 1");
  expect(repaired.code).toBe(0);
  expect(await live()).toEqual(newest);
});

test("what the gateway has just written and the log does not have yet is kept", async () => {
  const [task] = [...newest.values()] as [Task];
  const now = new Date().toISOString();
  const ahead = { ...task, version: task.version + 1, title: "ahead of the log", updatedAt: now };
  const fresh = exampleTask({ updatedAt: now });
  await projectTasks(db, [ahead, fresh]);
  const { code, stdout } = await replay();
  expect(stdout).toContain(
    `${task.id}: is version ${ahead.version}, the log has version ${task.version}`,
  );
  expect(stdout).toContain(`${fresh.id}: version 1 is in no log`);
  expect(code).toBe(1);
  expect(await live()).toEqual(new Map([...newest, [task.id, ahead], [fresh.id, fresh]]));
});

test("tasks that Kafka no longer keeps come from the audit log, change by change", async () => {
  const old = history(4, { project: "attic", tags: ["dusty"] });
  const gap = history(4).filter((event) => event.sequence !== 2);
  await appendEvents(db, [...logged, ...old, ...gap]);
  const kept = { ...(gap.at(-1)?.data.task as Task), updatedAt: "2026-01-01T00:00:00.000Z" };
  await projectTasks(db, [kept]);
  const last = old.at(-1)?.data.task as Task;
  const { stdout } = await replay();
  expect(stdout).toContain("1 task from the audit log");
  expect(stdout).toContain("1 task of which no log has every change: left as they are");
  expect(stdout).toContain(`${kept.id}: version 4 is in no log`);
  expect(await live()).toEqual(new Map([...newest, [last.id, last], [kept.id, kept]]));
});

test("reminders, occurrences and people that were lost come back, and nothing newer is taken back", async () => {
  const [lost, newer] = [firedReminder(), firedReminder()];
  const [event] = history(1) as [TaskEvent];
  const at = "2026-12-01T08:00:00.000Z";
  const passed = [{ id: newId(), slot: "2026-12-01", instant: at, outcome: "done" as const, at }];
  await log([{ ...event, data: { ...event.data, passed } }]);
  await projectTasks(db, [event.data.task]);
  await kafka.send(
    "reminders",
    [lost, newer].map((one) => ({ key: one.ownerid, value: JSON.stringify(one) })),
  );
  const known = { ...newer.data.status, state: "acknowledged" as const, sequence: 3 };
  await projectReminders(db, [{ status: known, ownerId: newer.ownerid, unarmed: false }]);
  expect((await replay()).code).toBe(0);
  const { rows } = await db.query("select reminder_id, state from reminders");
  expect(new Map(rows.map((row) => [row.reminder_id, row.state]))).toEqual(
    new Map([
      [lost.subject, "fired"],
      [newer.subject, "acknowledged"],
    ]),
  );
  const { ownerid: ownerId, subject: taskId } = event;
  expect(await listOccurrences(db, { ownerId, taskId, limit: 10 })).toEqual(passed);
});

test("people who write while it runs lose nothing and do not disturb its answer", async () => {
  await db.query("truncate tasks");
  let over = false;
  const writing = (async () => {
    while (!over) {
      const [made, changed] = history(2) as [TaskEvent, TaskEvent];
      for (const event of [made, changed]) {
        await projectTasks(db, [event.data.task]);
        await log([event]);
      }
    }
  })();
  const { code, stdout } = await replay();
  over = true;
  await writing;
  expect(stdout).toContain("equal:");
  expect(code).toBe(0);
  expect(await live()).toEqual(newest);
});

test("without a stack, without Kafka or without a database it ends with a sentence that says so", async () => {
  const nowhere = { DATABASE_URL: "", KAFKA_BROKERS: "" };
  const command = (env: Record<string, string>, args: string[] = []) =>
    run("consumers/replay.ts", args, { ...nowhere, ...env });
  expect(await command({}, ["--data-dir", `/nonexistent/${newId()}`])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("start it with npm start"),
  });
  expect(await command({ DATABASE_URL: url })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("KAFKA_BROKERS"),
  });
  const noKafka = { DATABASE_URL: url, KAFKA_BROKERS: "127.0.0.1:1" };
  expect(await command(noKafka)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Kafka"),
  });
  const noDatabase = {
    DATABASE_URL: "postgres://a:b@127.0.0.1:1/none",
    KAFKA_BROKERS: kafka.brokers,
  };
  expect(await command(noDatabase)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("database"),
  });
}, 60_000);
