// What was answered and is not in the log is brought there, on a real PostgreSQL.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActorUnavailable, ActorUnreadable } from "../../actors/client.ts";
import { appendEvents } from "../../database/audit/append-events.ts";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { exampleEvent, examplePlan, exampleReply, exampleTask } from "../../tests/examples.ts";
import { createInMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { execute } from "./execute.ts";
import { checkLog, createLook } from "./log-check.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
});
afterAll(() => postgres.stop());

test("while the actors are away a look ends at the first that cannot be asked, and leaves no calls behind", async () => {
  const fresh = await postgres.openDatabase();
  const actors = createInMemoryActors();
  const userId = newId();
  const commands = Array.from({ length: 200 }, () => ({
    type: "task.create" as const,
    taskId: newId(),
    fields: { title: "x" },
  }));
  const origin = {
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "rest" as const,
    device: null,
    traceparent: null,
  };
  await execute({ db: fresh, actors }, { userId, commands, origin });
  let asked = 0;
  const readTask = async () => {
    asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    throw new ActorUnavailable(new Error("nobody is there"));
  };
  const hour = 60 * 60_000;
  const when = { after: new Date(Date.now() - hour), until: new Date(Date.now() + hour) };
  const deps = { db: fresh, actors: { readTask }, log: pino({ level: "silent" }) };
  await expect(checkLog(deps, when)).rejects.toThrow(ActorUnavailable);
  for (let n = 0; n < 50; n += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBeLessThan(40);
});

test("an answered change that the log has not wakes its task; one that it has, or that was refused, wakes none", async () => {
  const actors = createInMemoryActors();
  const woken: string[] = [];
  const log = pino({ level: "silent" });
  const readTask: typeof actors.readTask = (which) => {
    woken.push(which.taskId);
    return actors.readTask(which);
  };
  const userId = newId();
  const [logged, lost] = [newId(), newId()];
  const commands = [
    { type: "task.create" as const, taskId: logged, fields: { title: "in the log" } },
    { type: "task.create" as const, taskId: lost, fields: { title: "not there" } },
    { type: "task.complete" as const, taskId: newId() },
  ];
  const origin = {
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "rest" as const,
    device: null,
    traceparent: null,
  };
  const done = await execute({ db, actors }, { userId, commands, origin });
  if (!done.ok) throw new Error(done.error.message);
  const [first] = done.value.replies;
  if (!first?.ok) throw new Error("refused");
  const ids = {
    commandid: done.value.plan[0]?.origin.commandId ?? "",
    correlationid: origin.correlationId,
  };
  await appendEvents(db, [exampleEvent(first.task, ids)]);

  const hour = 60 * 60_000;
  const when = { after: new Date(Date.now() - hour), until: new Date(Date.now() + hour) };
  expect(await checkLog({ db, actors: { readTask }, log }, when)).toBe(1);
  expect(woken).toEqual([lost]);
  expect(await checkLog({ db, actors: { readTask }, log }, { ...when, until: when.after })).toBe(0);
});

/** So many tasks, each answered five minutes ago by an intent of its own, of which the log knows nothing. */
const answerMany = async (fresh: Database, count: number): Promise<string[]> => {
  const userId = newId();
  const task = exampleTask({ ownerId: userId });
  const template = JSON.stringify({
    plan: examplePlan(task.id, userId),
    replies: [exampleReply(task)],
  });
  const ids: string[] = [];
  while (ids.length < count) {
    const some = Math.min(3_000, count - ids.length);
    const { rows } = await fresh.query<{ id: string }>(insertMany, [some, userId, template]);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
};

const insertMany = `
with many as (
  select gen_random_uuid() as task, gen_random_uuid() as command from generate_series(1, $1::int)
), made as (
  insert into commands (user_id, key, body_hash, plan, status, replies, created_at, done_at, correlation_id)
  select $2::uuid, command::text, 'h',
    jsonb_set(jsonb_set($3::jsonb -> 'plan', '{0,command,taskId}', to_jsonb(task)), '{0,origin,commandId}', to_jsonb(command)),
    'done', $3::jsonb -> 'replies', now() - interval '5 minutes', now() - interval '5 minutes', gen_random_uuid()
  from many
)
select task as id from many`;

test("30,000 tasks without a trace are all woken, once, a few at a time, and unreadable ones stop nothing", async () => {
  const fresh = await postgres.openDatabase();
  const ids = await answerMany(fresh, 30_000);
  const woken: string[] = [];
  let [under, mostUnder] = [0, 0];
  const readTask = async ({ taskId }: { taskId: string }) => {
    woken.push(taskId);
    under += 1;
    mostUnder = Math.max(mostUnder, under);
    await new Promise(setImmediate);
    under -= 1;
    throw new ActorUnreadable({ type: "TaskActor", id: taskId }, new Error("of another shape"));
  };
  const told: number[] = [];
  const log = { info: ({ tasks }: { tasks: number }) => void told.push(tasks) } as never;
  const hour = 60 * 60_000;
  const when = { after: new Date(Date.now() - 2 * hour), until: new Date() };
  expect(await checkLog({ db: fresh, actors: { readTask }, log }, when)).toBe(30_000);
  expect(woken.toSorted()).toEqual(ids.toSorted());
  expect(mostUnder).toBe(16);
  expect(told).toEqual(Array.from({ length: 30 }, (_, n) => 1_000 * (n + 1)));
});

test("while Kafka is away nobody is woken, and a minute after it all that was answered meanwhile is checked", async () => {
  const fresh = await postgres.openDatabase();
  const ids = await answerMany(fresh, 3);
  const woken: string[] = [];
  const readTask = async ({ taskId }: { taskId: string }) => {
    woken.push(taskId);
    throw new ActorUnreadable({ type: "TaskActor", id: taskId }, new Error("of another shape"));
  };
  let feed: "up" | "down" = "down";
  let now = Date.now();
  const deps = { db: fresh, actors: { readTask }, log: pino({ level: "silent" }) };
  const look = createLook({ ...deps, feedState: () => feed, now: () => now });
  for (let looks = 0; looks < 20; looks += 1) {
    await look();
    now += 30_000;
  }
  feed = "up";
  now -= 1;
  await look();
  expect(woken).toEqual([]);
  now += 30_001;
  await look();
  expect(woken.toSorted()).toEqual(ids.toSorted());
});
