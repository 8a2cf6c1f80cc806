// The trip of one change, from the request to the log, the history and the other device.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import type { TaskEvent } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { eventsOf, updatesOf } from "../log.ts";
import { sharedStack } from "../stack.ts";

const { url, env } = sharedStack();
const db = openDatabase(env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const traceOf = (traceparent: string | null | undefined): string =>
  traceparent?.split("-")[1] ?? "";

const auditRowOf = (taskId: string) =>
  until("the audit row", async () => {
    const { rows } = await db.query(
      "select event_id, owner_id, actor_id, origin, device, command_id, correlation_id, traceparent, version, changes, recorded_at from audit where subject = $1",
      [taskId],
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    return rows[0] as Record<string, unknown> | undefined;
  });

const loggedEventOf = (person: Person, taskId: string): Promise<TaskEvent> =>
  until("the event in Kafka", async () => {
    const events = await eventsOf(env.KAFKA_BROKERS, person.userId);
    return events.find((event) => event.subject === taskId);
  });

test("one create is found in the answer, the log, the history and the other device under one correlation id and one trace", async () => {
  const person = await signUp(url);
  const device = await liveDevice(person);
  const correlationId = newId();
  const commandId = newId();
  const trace = newId().replaceAll("-", "");
  const answer = await person.call("POST", "/tasks", {
    body: { title: "Buy groceries", tags: ["home"], priority: 1 },
    headers: {
      "x-correlation-id": correlationId,
      "idempotency-key": commandId,
      "x-device-id": "kitchen-tablet",
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    },
  });
  const task = (await answer.json()) as { id: string };
  expect(answer.status).toBe(201);
  expect(answer.headers.get("x-correlation-id")).toBe(correlationId);
  expect(traceOf(answer.headers.get("traceparent"))).toBe(trace);

  const { frame } = await device.update(task.id);
  expect(frame.update).toMatchObject({
    version: 1,
    change: "punctual.task.created.v1",
    task,
    actorId: person.userId,
    device: "kitchen-tablet",
    commandId,
    correlationId,
  });
  await device.leave();

  const event = await loggedEventOf(person, task.id);
  expect(event).toMatchObject({
    specversion: "1.0",
    id: frame.update.eventId,
    type: "punctual.task.created.v1",
    sequence: 1,
    ownerid: person.userId,
    actorid: person.userId,
    origin: "rest",
    device: "kitchen-tablet",
    commandid: commandId,
    correlationid: correlationId,
    data: { task, changes: { title: { before: null, after: "Buy groceries" } } },
  });
  expect(traceOf(event.traceparent)).toBe(trace);

  // Made of the stored event, so a moment later.
  const messages = await until("what readers outside are shown", async () => {
    const found = await updatesOf(env.KAFKA_BROKERS, person.userId);
    return found.length > 0 && found;
  });
  expect(messages.map((message) => message.id)).toEqual([event.id]);
  expect(messages[0]?.data.audience).toEqual([person.userId]);
  expect(traceOf(messages[0]?.traceparent)).toBe(trace);

  const row = await auditRowOf(task.id);
  expect(row).toMatchObject({
    event_id: event.id,
    owner_id: person.userId,
    actor_id: person.userId,
    origin: "rest",
    device: "kitchen-tablet",
    command_id: commandId,
    correlation_id: correlationId,
    version: 1,
    changes: event.data.changes,
  });
  expect(traceOf(row["traceparent"] as string)).toBe(trace);

  const history = await person.events({ task: task.id });
  expect(history.events).toMatchObject([{ eventId: event.id, correlationId, commandId }]);
  expect(traceOf(history.events[0]?.traceparent)).toBe(trace);
});

test("a request without ids gets a correlation id and a trace of its own, and they go the same way", async () => {
  const person = await signUp(url);
  const answer = await person.call("POST", "/tasks", { body: { title: "no ids" } });
  const { id } = (await answer.json()) as { id: string };
  const row = await auditRowOf(id);
  expect(row["correlation_id"]).toBe(answer.headers.get("x-correlation-id"));
  expect(traceOf(row["traceparent"] as string)).toMatch(/^[0-9a-f]{32}$/);
  expect(traceOf(row["traceparent"] as string)).toBe(traceOf(answer.headers.get("traceparent")));
});

test("each change of a task is one event with what it was before and after, in order, in one partition", async () => {
  const person = await signUp(url);
  const { id } = await person.create({ title: "first", priority: 3 });
  await person.patch(id, { title: "second", due: { kind: "day", at: "2026-12-01" } });
  await person.post(id, "/complete");
  await person.post(id, "/reopen");
  await person.remove(id);
  await person.post(id, "/restore");
  const entries = await until("all six in the history", async () => {
    const { events } = await person.events({ task: id });
    return events.length === 6 && events.toReversed();
  });
  const names = ["created", "changed", "completed", "reopened", "deleted", "restored"];
  expect(entries.map(({ type }) => type)).toEqual(names.map((name) => `punctual.task.${name}.v1`));
  expect(entries.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(entries[1]?.changes).toEqual({
    title: { before: "first", after: "second" },
    due: { before: null, after: { kind: "day", at: "2026-12-01" } },
  });
  expect(entries[2]?.changes["status"]).toEqual({ before: "open", after: "done" });
  const logged = await eventsOf(env.KAFKA_BROKERS, person.userId);
  expect(logged.map(({ id: eventId }) => eventId)).toEqual(entries.map(({ eventId }) => eventId));
});

test("a change that changes nothing leaves no trace", async () => {
  const person = await signUp(url);
  const task = await person.create({ title: "same" });
  expect(await person.patch(task.id, { title: "same" })).toEqual(task);
  const marker = await person.create({ title: "marker" });
  await auditRowOf(marker.id);
  expect((await person.events({ task: task.id })).events).toHaveLength(1);
  expect(await eventsOf(env.KAFKA_BROKERS, person.userId)).toHaveLength(2);
});
