// What leaves the trash for good: nothing of it is left in the actor, and nothing brings it back. Pure.
import { expect, test } from "vitest";
import type { TaskCommand } from "../../domain/command.ts";
import { fold } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import { decide } from "./decide.ts";
import { TaskDoc } from "./doc.ts";
import { taskEvent } from "./event.ts";

const ownerId = newId();
const taskId = newId();
const now = new Date("2026-12-01T08:00:00.000Z");

const originOf = () => {
  const ids = { commandId: newId(), correlationId: newId(), causationId: newId() };
  return { ...ids, actorId: ownerId, source: "rest" as const, device: null, traceparent: null };
};
const decided = (doc: TaskDoc | null, command: TaskCommand, at = now) =>
  decide(doc && TaskDoc.parse(doc), { command, origin: originOf() }, at);
const run = (doc: TaskDoc | null, command: TaskCommand, at = now) => {
  const decision = decided(doc, command, at);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value;
};
const purge = { type: "task.purge" as const, taskId };

const fields = {
  title: "secret plans",
  description: "of a secret kind",
  tags: ["secret"],
  project: "Secret",
  assignee: "Secret Sue",
  due: { kind: "floating" as const, at: "2026-12-02T09:00" },
  recurrence: { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const },
  reminders: [
    {
      id: newId(),
      trigger: { kind: "relative" as const, to: "due" as const, minutes: -30 },
      channels: null,
    },
  ],
};
const inTrash = (): TaskDoc => {
  const made = run(null, { type: "task.create", taskId, fields }).doc;
  const rolled = run(made, { type: "task.complete", taskId }).doc;
  return run(rolled, { type: "task.delete", taskId }).doc;
};

test("no word of it is left in the actor, nor in the event, and a copy folded from the log is what the actor has", () => {
  const before = inTrash();
  const { doc, event, told } = run(before, purge);
  expect(told).toEqual([]);
  expect(doc.task).toMatchObject({ version: before.task.version + 1, purgedAt: now.toISOString() });
  if (event === null) throw new Error("nothing happened");
  const said = taskEvent(doc.task, event, originOf(), newId());
  expect(said.type).toBe("punctual.task.purged.v1");
  expect(JSON.stringify([doc, said])).not.toMatch(/secret/i);
  expect(fold(before.task, said)).toEqual(doc.task);
});

test("a second time it changes nothing, and every other order finds no task", () => {
  const { doc } = run(inTrash(), purge);
  expect(run(doc, purge)).toMatchObject({ event: null, told: [], doc: { task: doc.task } });
  const orders: TaskCommand[] = [
    { type: "task.restore", taskId },
    { type: "task.patch", taskId, changes: { title: "back again" } },
    { type: "task.return", taskId, from: "trash", endedBy: newId() },
    { type: "task.relabel", taskId, of: "tag", from: "secret", to: "b" },
  ];
  for (const order of orders)
    expect(decided(doc, order)).toMatchObject({ ok: false, error: { code: "not_found" } });
  const again: TaskCommand = { type: "task.create", taskId, fields: { title: "again" } };
  expect(decided(doc, again)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("a task that came out of the trash meanwhile stays, and so does one that was put there later than is meant", () => {
  const doc = inTrash();
  const restored = run(doc, { type: "task.restore", taskId }).doc;
  expect(decided(restored, purge)).toMatchObject({ ok: false, error: { code: "conflict" } });
  const deletedBefore = doc.task.deletedAt as string;
  const tooEarly = decided(doc, { ...purge, deletedBefore });
  expect(tooEarly).toMatchObject({ ok: false, error: { code: "conflict" } });
  const later = new Date(now.getTime() + 1).toISOString();
  expect(run(doc, { ...purge, deletedBefore: later }).event).not.toBeNull();
});
