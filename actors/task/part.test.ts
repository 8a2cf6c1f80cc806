// A part goes with its task and comes back with it: what its own actor decides. Pure.
import { expect, test } from "vitest";
import type { TaskCommand } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { TaskFields } from "../../domain/task.ts";
import { decide } from "./decide.ts";
import { TaskDoc } from "./doc.ts";

const ownerId = newId();
const taskId = newId();
const parentId = newId();
const now = new Date("2026-12-01T08:00:00.000Z");
const [first, second] = [newId(), newId()];

/** Decided for a request of that correlation id. */
const run = (doc: TaskDoc | null, command: TaskCommand, correlationId: Id = newId()) => {
  const ids = { commandId: newId(), correlationId, causationId: newId(), actorId: ownerId };
  const origin = { ...ids, source: "rest" as const, device: null, traceparent: null };
  const decided = decide(doc && TaskDoc.parse(doc), { command, origin }, now);
  if (!decided.ok) throw new Error(decided.error.message);
  return decided.value;
};
const part = (fields: Partial<TaskFields> = {}): TaskDoc =>
  run(null, { type: "task.create", taskId, fields: { title: "x", parentId, ...fields } }).doc;

type Into = "done" | "cancelled" | "trash";
const follow = (into: Into, partOf = parentId): TaskCommand => ({
  type: "task.follow",
  taskId,
  partOf,
  into,
});
const comeBack = (from: "over" | "trash", endedBy: Id): TaskCommand => ({
  type: "task.return",
  taskId,
  from,
  endedBy,
});
const nothing = { event: null, told: [] };

test.each<[Into, string]>([
  ["done", "punctual.task.completed.v1"],
  ["cancelled", "punctual.task.changed.v1"],
  ["trash", "punctual.task.deleted.v1"],
])("into %s it goes, and comes back as it was", (into, type) => {
  const doc = part({ status: "in_progress" });
  const went = run(doc, follow(into), first);
  expect(went.event?.type).toBe(type);
  expect(run(went.doc, follow(into), first)).toMatchObject(nothing);
  const from = into === "trash" ? "trash" : "over";
  expect(run(went.doc, comeBack(from, second))).toMatchObject(nothing);
  const { task } = run(went.doc, comeBack(from, first)).doc;
  expect(task).toMatchObject({ status: "in_progress", completedAt: null, deletedAt: null });
});

test("one that was moved to another task meanwhile stays", () => {
  expect(run(part(), follow("done", newId()))).toMatchObject(nothing);
});

test("one that is over stays over, but goes into the trash with the rest", () => {
  const over = run(part(), { type: "task.complete", taskId }).doc;
  expect(run(over, follow("cancelled"))).toMatchObject(nothing);
  const away = run(over, follow("trash"), first).doc;
  expect(run(away, comeBack("trash", first)).doc.task).toMatchObject({
    status: "done",
    deletedAt: null,
  });
});

test("one that was opened and done again by hand since stays done", () => {
  const went = run(part(), follow("done"), first).doc;
  const opened = run(went, { type: "task.reopen", taskId }).doc;
  const again = run(opened, { type: "task.complete", taskId }, second).doc;
  expect(run(again, comeBack("over", first))).toMatchObject(nothing);
});

test("one in the trash is neither done nor opened there", () => {
  const went = run(part(), follow("done"), first).doc;
  const away = run(went, { type: "task.delete", taskId }, second).doc;
  expect(run(away, comeBack("over", first))).toMatchObject(nothing);
  const trashed = run(part(), { type: "task.delete", taskId }).doc;
  expect(run(trashed, follow("done"))).toMatchObject(nothing);
});

test("one that was stored before this was known comes back by hand only", () => {
  const { ended: _, ...old } = run(part(), { type: "task.complete", taskId }, first).doc;
  const doc = TaskDoc.parse(old);
  expect(run(doc, comeBack("over", first))).toMatchObject(nothing);
});
