// What callers choose alike (a reminder's id, an Idempotency-Key that becomes the command's id) does not make two tasks share
// an event, a notification or a series. Pure.
import { expect, test } from "vitest";
import type { TaskCommand } from "../../domain/command.ts";
import { isReminderEvent } from "../../domain/event.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { TaskPatch } from "../../domain/task.ts";
import { decide } from "./decide.ts";
import { fire } from "./decide/fire.ts";
import type { TaskDoc } from "./doc.ts";
import { eventsOf } from "./event.ts";

const [commandId, reminderId] = [newId(), newId()];
const start = new Date("2026-12-01T08:00:00.000Z");
const due = new Date("2026-12-01T09:00:00.000Z");

const originOf = (actorId: Id) => ({
  commandId,
  correlationId: commandId,
  causationId: commandId,
  actorId,
  source: "rest" as const,
  device: null,
  traceparent: null,
});
const run = (doc: TaskDoc | null, command: TaskCommand, owner = doc?.task.ownerId ?? newId()) => {
  const decision = decide(doc, { command, origin: originOf(owner) }, start);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value.doc;
};
const create = (fields: Omit<TaskPatch, "title">): TaskDoc =>
  run(null, { type: "task.create", taskId: newId(), fields: { title: "x", ...fields } });

const reminders = [
  {
    id: reminderId,
    trigger: { kind: "instant" as const, at: due.toISOString() },
    channels: null,
  },
];
const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const };

/** The events of telling the task's reminder. */
const told = (doc: TaskDoc): Id[] => {
  const decision = fire(doc, { reminderId, generation: 1 }, due);
  if (decision === null) throw new Error("there is nothing to tell");
  const events = eventsOf(decision, originOf(doc.task.ownerId), { now: due, newId });
  expect(events.every(isReminderEvent)).toBe(true);
  return events.map(({ id }) => id);
};

test("two tasks whose reminders have one id tell two events; one that is told twice tells one", () => {
  const [mine, theirs] = [create({ reminders }), create({ reminders })];
  expect(told(mine)).toEqual(told(mine));
  expect(told(mine)).not.toEqual(told(theirs));
});

test("two tasks that begin to repeat by one command id have two series, made new or changed", () => {
  const recurs = { recurrence, due: { kind: "day" as const, at: "2026-12-01" } };
  const changed = (): TaskDoc => {
    const doc = create({});
    return run(doc, { type: "task.patch", taskId: doc.task.id, changes: recurs });
  };
  const docs = [create(recurs), create(recurs), changed(), changed()];
  const series = docs.map(({ task }) => task.occurrence?.seriesId);
  const occurrences = docs.map(({ task }) => task.occurrence?.id);
  expect(series).not.toContain(commandId);
  expect([new Set(series).size, new Set(occurrences).size]).toEqual([4, 4]);
});
