import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TaskCommand } from "../../domain/command.ts";
import { fold, TaskEvent } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { exampleDoc } from "../../tests/examples.ts";
import { decide } from "./decide.ts";
import { taskEvent } from "./event.ts";

const owner = newId();
const taskId = newId();
const now = new Date("2026-11-22T10:00:00.000Z");
const origin = (actorId = owner) => ({
  commandId: newId(),
  correlationId: newId(),
  causationId: newId(),
  actorId,
  source: "rest" as const,
  device: null,
  traceparent: null,
});

const run = (task: Task | null, command: TaskCommand, actorId = owner) =>
  decide(task && exampleDoc(task), { command, origin: origin(actorId) }, now);

const after = (task: Task | null, command: TaskCommand): Task => {
  const decision = run(task, command);
  if (!decision.ok) throw new Error(decision.error.message);
  return decision.value.doc.task;
};

const created = after(null, { type: "task.create", taskId, fields: { title: "buy groceries" } });

describe("a task", () => {
  test("begins open, with version 1 and the defaults", () => {
    expect(created).toMatchObject({
      status: "open",
      version: 1,
      priority: 4,
      tags: [],
      due: null,
      completedAt: null,
    });
  });

  test("that is completed says when, and a completed task refuses a second completion", () => {
    const done = after(created, { type: "task.complete", taskId });
    expect(done).toMatchObject({ status: "done", version: 2, completedAt: now.toISOString() });
    expect(run(done, { type: "task.complete", taskId })).toMatchObject({
      ok: false,
      error: { code: "conflict", currentVersion: 2 },
    });
  });

  test("that is reopened has no completion instant", () => {
    const done = after(created, { type: "task.complete", taskId });
    expect(after(done, { type: "task.reopen", taskId })).toMatchObject({
      status: "open",
      completedAt: null,
      version: 3,
    });
    expect(run(created, { type: "task.reopen", taskId })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
  });

  test("in the trash takes only restore and a second delete, which changes nothing", () => {
    const deleted = after(created, { type: "task.delete", taskId });
    expect(deleted.deletedAt).toBe(now.toISOString());
    expect(run(deleted, { type: "task.complete", taskId })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    expect(run(deleted, { type: "task.delete", taskId })).toMatchObject({
      ok: true,
      value: { event: null },
    });
    expect(after(deleted, { type: "task.restore", taskId }).deletedAt).toBeNull();
  });

  test("keeps the fields a patch does not name", () => {
    const patched = after(created, { type: "task.patch", taskId, changes: { priority: 1 } });
    expect(patched).toEqual({ ...created, priority: 1, version: 2 });
  });

  test("does not change where a patch names what it holds already", () => {
    expect(
      run(created, { type: "task.patch", taskId, changes: { title: "buy groceries" } }),
    ).toMatchObject({ ok: true, value: { doc: { task: { version: 1 } }, event: null } });
  });

  test("refuses a change made on another version, and names the current one", () => {
    const refused = run(created, {
      type: "task.patch",
      taskId,
      changes: { title: "x" },
      expectedVersion: 7,
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: "version_mismatch", currentVersion: 1 },
    });
  });

  test.each<TaskCommand>([
    { type: "task.create", taskId, fields: { title: "x" } },
    { type: "task.patch", taskId, changes: { title: "x" } },
    { type: "task.complete", taskId },
    { type: "task.reopen", taskId },
    { type: "task.delete", taskId },
    { type: "task.restore", taskId },
  ])("answers a stranger's $type with the not_found of an unknown id", (command) => {
    const stranger = run(created, command, newId());
    expect(stranger).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

test.each<TaskCommand>([
  { type: "task.complete", taskId },
  { type: "task.delete", taskId },
])("$type tells a stranger exactly what it says of an unknown id", (command) => {
  expect(run(created, command, newId())).toEqual(run(null, command));
});

const anyWhen = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: "day" as const, at: "2026-12-01" }),
  fc.constant({ kind: "fixed" as const, at: "2026-12-01T12:00", zone: "Europe/Berlin" }),
);
const anyFields = fc.record(
  {
    title: fc.stringMatching(/^[a-z]{1,20}$/),
    description: fc.string(),
    status: fc.constantFrom(
      "open" as const,
      "in_progress" as const,
      "done" as const,
      "cancelled" as const,
    ),
    priority: fc.integer({ min: 1, max: 4 }),
    tags: fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 3 }),
    project: fc.option(fc.stringMatching(/^[a-z]{1,5}$/)),
    due: anyWhen,
    durationMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
  },
  { requiredKeys: [] },
);
const anyCommand: fc.Arbitrary<TaskCommand> = fc.oneof(
  anyFields.map((changes) => ({ type: "task.patch" as const, taskId, changes })),
  fc
    .constantFrom("task.complete", "task.reopen", "task.delete", "task.restore")
    .map((type) => ({ type, taskId })),
);

test("folding the events of any history gives the task its actor holds, and versions count without a gap", () => {
  fc.assert(
    fc.property(anyFields, fc.array(anyCommand, { maxLength: 30 }), (fields, commands) => {
      let task: Task | null = null;
      let folded: Task | null = null;
      const history: TaskCommand[] = [
        { type: "task.create", taskId, fields: { title: "x", ...fields } },
        ...commands,
      ];
      for (const command of history) {
        const decision = run(task, TaskCommand.parse(command));
        if (!decision.ok || decision.value.event === null) continue;
        const before: number = task?.version ?? 0;
        task = decision.value.doc.task;
        expect(task.version).toBe(before + 1);
        const event = taskEvent(task, decision.value.event, origin(), newId());
        folded = fold(folded, TaskEvent.parse(event));
      }
      expect(folded).toEqual(task);
    }),
  );
});
