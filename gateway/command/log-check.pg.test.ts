// What was answered and is not in the log is brought there, on a real PostgreSQL.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActorUnreadable } from "../../actors/client.ts";
import { appendEvents } from "../../database/audit/append-events.ts";
import type { Database } from "../../database/pool.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import { newId } from "../../domain/ids.ts";
import { exampleEvent, examplePlan, exampleReply, exampleTask } from "../../tests/examples.ts";
import { createInMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { execute } from "./execute.ts";
import { checkLog } from "./log-check.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
});
afterAll(() => postgres.stop());

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

test("however many changes left no trace, every task of theirs is woken, once, and unreadable ones stop nothing", async () => {
  const fresh = await postgres.openDatabase();
  const userId = newId();
  const tasks = Array.from({ length: 450 }, () => exampleTask({ id: newId(), ownerId: userId }));
  const plan = tasks.flatMap(({ id }) => examplePlan(id, userId));
  const intent = { userId, key: "k", bodyHash: "h", plan };
  await startIntent(fresh, intent);
  await finishIntent(fresh, { ...intent, replies: tasks.map(exampleReply) });
  const woken: string[] = [];
  const readTask = async ({ taskId }: { taskId: string }) => {
    woken.push(taskId);
    throw new ActorUnreadable({ type: "TaskActor", id: taskId }, new Error("of another shape"));
  };
  const hour = 60 * 60_000;
  const when = { after: new Date(Date.now() - hour), until: new Date(Date.now() + hour) };
  const deps = { db: fresh, actors: { readTask }, log: pino({ level: "silent" }) };
  expect(await checkLog(deps, when)).toBe(450);
  expect(woken.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
});
