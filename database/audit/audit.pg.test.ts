// The audit log: every event once, read back whole, newest first.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Event } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import { defaultSettings } from "../../domain/settings.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import { dueNotice, firedReminder } from "../../tests/reminder-examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { appendEvents } from "./append-events.ts";
import { listEvents } from "./list-events.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const list = async (query: Parameters<typeof listEvents>[1]) => {
  const page = await listEvents(db, query);
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
};

test("an event is read back with its who, what, why and trace", async () => {
  const task = exampleTask();
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const event = exampleEvent(task, { device: "phone", origin: "chat", traceparent });
  expect(await appendEvents(db, [event])).toBe(1);
  const { events, next } = await list({ ownerId: task.ownerId, limit: 10 });
  expect(next).toBeNull();
  expect(events).toEqual([
    {
      seq: expect.any(Number),
      eventId: event.id,
      type: "punctual.task.created.v1",
      subject: task.id,
      ownerId: task.ownerId,
      actorId: task.ownerId,
      origin: "chat",
      device: "phone",
      commandId: event.commandid,
      correlationId: event.correlationid,
      causationId: event.causationid,
      traceparent,
      version: 1,
      occurredAt: event.time,
      recordedAt: expect.stringMatching(/Z$/),
      changes: { title: { before: null, after: "buy groceries" } },
    },
  ]);
});

test("a settings event is stored like a task's", async () => {
  const id = newId();
  const { type: _, data: __, ...attributes } = exampleEvent(exampleTask({ id, ownerId: id }));
  const time = attributes.time;
  const settings = defaultSettings;
  const event: Event = {
    ...attributes,
    type: "punctual.user.changed.v1",
    data: {
      changes: { locale: { before: "de", after: "en" } },
      user: { id, settings, version: 1, createdAt: time, updatedAt: time },
    },
  };
  expect(await appendEvents(db, [event])).toBe(1);
  expect((await list({ ownerId: id, limit: 10 })).events[0]).toMatchObject({
    type: "punctual.user.changed.v1",
    changes: { locale: { before: "de", after: "en" } },
  });
});

test("a task's history has the events of its reminders; a person's notices are in no task's", async () => {
  const task = exampleTask();
  const { ownerId, id: taskId } = task;
  const reminder = firedReminder({
    ownerid: ownerId,
    time: "2026-12-01T09:00:00.000Z",
    data: { taskId },
  });
  const notice = dueNotice({ ownerid: ownerId });
  expect(await appendEvents(db, [exampleEvent(task), reminder, notice])).toBe(3);
  const subjects = async (query: object) =>
    (await list({ ownerId, limit: 10, ...query })).events.map((entry) => entry.subject);
  expect(await subjects({ taskId })).toEqual([reminder.subject, taskId]);
  expect(await subjects({})).toHaveLength(3);
  expect(await subjects({ taskId: reminder.subject })).toEqual([]);
});

test("an event delivered again, in the same bulk or by two consumers at once, is stored once", async () => {
  const task = exampleTask();
  const events = [exampleEvent(task), exampleEvent(task), exampleEvent(task)];
  const counts = await Promise.all([
    appendEvents(db, [...events, ...events]),
    appendEvents(db, events.toReversed()),
    appendEvents(db, events),
  ]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  expect((await list({ ownerId: task.ownerId, limit: 10 })).events).toHaveLength(3);
});

test("the newest comes first, also within one millisecond, over all pages", async () => {
  const task = exampleTask();
  const events = Array.from({ length: 12 }, (_, n) =>
    exampleEvent(task, {
      sequence: n + 1,
      time: `2026-12-01T08:00:00.00${Math.floor(n / 5)}Z`,
    }),
  );
  await appendEvents(db, events);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ownerId: task.ownerId, taskId: task.id, cursor, limit: 5 });
    seen.push(...page.events.map((event) => event.version));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("a history holds one task of one owner", async () => {
  const mine = exampleTask();
  const [other, foreign] = [exampleTask({ ownerId: mine.ownerId }), exampleTask()];
  await appendEvents(db, [exampleEvent(mine), exampleEvent(other), exampleEvent(foreign)]);
  const { ownerId, id: taskId } = mine;
  expect((await list({ ownerId, taskId, limit: 10 })).events.map((event) => event.subject)).toEqual(
    [taskId],
  );
  expect((await list({ ownerId, limit: 10 })).events).toHaveLength(2);
  expect((await list({ ownerId, taskId: foreign.id, limit: 10 })).events).toEqual([]);
});

test("a cursor nobody gave is refused", async () => {
  const page = await listEvents(db, { ownerId: newId(), cursor: "x", limit: 5 });
  expect(page).toMatchObject({ ok: false, error: { code: "invalid" } });
});
