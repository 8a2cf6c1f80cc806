// What follows from the log: subtasks reset and done again on a real database, by the real rules; summaries are told what was missed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActorUnavailable } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { TaskEvent } from "../../domain/event.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { exampleEvent } from "../../tests/examples.ts";
import { createInMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { turnEvents } from "../../tests/turns.ts";
import { storeRecords } from "../reader.ts";
import { followConsumer } from "./consumer.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const createWorld = () => {
  const ownerId = newId();
  const actors = createInMemoryActors();
  const missed: unknown[] = [];
  const give = async (command: TaskCommand): Promise<Task> => {
    const ids = { commandId: newId(), correlationId: newId(), causationId: newId() };
    const more = { actorId: ownerId, source: "rest" as const, device: null, traceparent: null };
    const reply = await actors.execute({ v: 1, command, origin: { ...ids, ...more } });
    if (!reply.ok) throw new Error(reply.error.message);
    await projectTasks(db, [reply.task]);
    return reply.task;
  };
  const add = (fields: Partial<Task>) =>
    give({ type: "task.create", taskId: newId(), fields: { title: "x", ...fields } });
  const read = async (taskId: Id): Promise<Task> => {
    const reply = await actors.readTask({ taskId, userId: ownerId });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.task;
  };
  const consumer = followConsumer({
    db,
    actors: {
      ...actors,
      execute: (envelope) => actors.execute(envelope),
      readTask: (input) => actors.readTask(input),
      addMissed: async (userId, one) => {
        missed.push({ userId, ...one });
        return { taken: true };
      },
    },
  });
  return { ownerId, actors, missed, give, add, read, consumer };
};

/** The parent's occurrence passed a moment from now. */
const wentOn = (parent: Task, passedId: Id, at = new Date(Date.now() + 5).toISOString()) =>
  exampleEvent(parent, {
    type: "punctual.task.occurrence-completed.v1",
    time: at,
    data: {
      changes: {},
      task: parent,
      passed: [{ id: passedId, slot: "2026-12-01", instant: at, outcome: "done", at }],
    },
  });

const cameBack = (parent: Task, occurrenceId: Id): TaskEvent => {
  const slot = "2026-12-01";
  const series = { seriesId: newId(), start: slot, slot, position: 1, zone: null };
  const task = { ...parent, occurrence: { id: occurrenceId, ...series } };
  return exampleEvent(task, { type: "punctual.task.occurrence-reopened.v1" });
};

test("a parent that goes on opens its done subtasks on every level, once; when it comes back they are done as before", async () => {
  const { give, add, read, actors, consumer } = createWorld();
  const parent = await add({});
  const child = await add({ parentId: parent.id });
  const grandchild = await add({ parentId: child.id });
  const stranger = await add({});
  for (const { id } of [child, grandchild, stranger])
    await give({ type: "task.complete", taskId: id });
  const before = await read(child.id);
  const occurrence = newId();
  const event = wentOn(parent, occurrence);
  await consumer.store([event]);
  await consumer.store([event]);
  const statuses = async () =>
    Promise.all([child, grandchild, stranger].map(async ({ id }) => (await read(id)).status));
  expect(await statuses()).toEqual(["open", "open", "done"]);
  expect(actors.applied.filter(({ command }) => command.type === "task.reset")).toHaveLength(2);
  expect(actors.applied.at(-1)?.origin).toMatchObject({
    causationId: event.id,
    correlationId: event.correlationid,
    source: "recurrence",
  });
  await consumer.store([cameBack(parent, occurrence)]);
  expect(await statuses()).toEqual(["done", "done", "done"]);
  expect((await read(child.id)).completedAt).toBe(before.completedAt);
});

test("a subtask done after its parent went on stays done, and one that repeats by itself is let be", async () => {
  const { give, add, read, consumer } = createWorld();
  const parent = await add({});
  const child = await add({ parentId: parent.id });
  await give({ type: "task.complete", taskId: child.id });
  await consumer.store([wentOn(parent, newId(), new Date(Date.now() - 60_000).toISOString())]);
  expect((await read(child.id)).status).toBe("done");
});

test("a parent whose last date the clock lets pass takes its parts along, also those that repeat; one that is done again by itself does not", async () => {
  const { add, read, consumer } = createWorld();
  const parent = await add({});
  const due = { kind: "day" as const, at: "2031-05-06" };
  const recurrence = {
    rrule: "FREQ=DAILY",
    anchor: "schedule" as const,
    overflow: "clamp" as const,
  };
  const parts = [
    await add({ parentId: parent.id }),
    await add({ parentId: parent.id, due, recurrence }),
  ];
  const below = await add({ parentId: parts[0]?.id ?? "" });
  const statuses = async () =>
    Promise.all([...parts, below].map(async ({ id }) => (await read(id)).status));
  const over = { type: "punctual.task.completed.v1" as const, origin: "recurrence" as const };
  await consumer.store([exampleEvent(parent, { ...over, data: { changes: {}, task: parent } })]);
  expect(await statuses()).toEqual(["open", "open", "open"]);
  const { data } = wentOn(parent, newId());
  const event = exampleEvent(parent, { ...over, data });
  await consumer.store([event, event]);
  expect(await statuses()).toEqual(["done", "done", "done"]);
});

test("while an actor is away the record comes again", async () => {
  const { add, give, actors, consumer } = createWorld();
  const parent = await add({});
  const child = await add({ parentId: parent.id });
  await give({ type: "task.complete", taskId: child.id });
  actors.down = true;
  const event = wentOn(parent, newId());
  await expect(consumer.store([event])).rejects.toThrow(ActorUnavailable);
  const value = Buffer.from(JSON.stringify(event));
  const record = { topic: "task-events", partition: 0, offset: "1", key: null, value };
  expect(await storeRecords(consumer, [record])).toEqual(["again"]);
});

test("a missed reminder is told to the person's summary", async () => {
  const { missed, consumer } = createWorld();
  const event = firedReminder({ type: "punctual.reminder.missed.v1", status: { state: "missed" } });
  await consumer.store([event, firedReminder()]);
  const { scheduledFor, reminderId, taskId } = event.data.status;
  const title = event.data.title;
  expect(missed).toEqual([{ userId: event.ownerid, taskId, reminderId, title, scheduledFor }]);
});

test("a turn of the conversation moves nobody", async () => {
  const { ownerId, actors, missed, consumer } = createWorld();
  await consumer.store(turnEvents(ownerId));
  expect([actors.asked, missed]).toEqual([0, []]);
});
