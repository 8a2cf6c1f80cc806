// What was read before is bounded by its size, and never answers for another row.
import { expect, test } from "vitest";
import { exampleTask } from "../../tests/examples.ts";
import { createTaskMemory } from "./task-memory.ts";

const maxBytes = 1024 * 1024;

test("a hundred thousand tasks leave no more than the memory may hold, the newest of them", () => {
  const memory = createTaskMemory({ maxBytes });
  const tasks = Array.from({ length: 100_000 }, (_, n) => exampleTask({ title: `t${n}` }));
  for (const task of tasks) memory.keep("1", task);
  const { count, bytes } = memory.size();
  expect(bytes).toBeLessThanOrEqual(maxBytes);
  expect(bytes).toBeGreaterThan(maxBytes / 2);
  expect(tasks.filter(({ id }) => memory.get(id, "1")).map(({ id }) => id)).toEqual(
    tasks.slice(-count).map(({ id }) => id),
  );
});

test("long notes count as much as they take", () => {
  const memory = createTaskMemory({ maxBytes });
  for (let n = 0; n < 1_000; n += 1)
    memory.keep("1", exampleTask({ description: "x".repeat(16_000) }));
  expect(memory.size().count).toBeLessThan(40);
});

test("versions of one task take the place of one", () => {
  const memory = createTaskMemory({ maxBytes });
  const task = exampleTask();
  for (let version = 1; version <= 1_000; version += 1)
    memory.keep(String(version), { ...task, version });
  expect(memory.size().count).toBe(1);
  expect(memory.get(task.id, "999")).toBeUndefined();
  expect(memory.get(task.id, "1000")?.version).toBe(1_000);
});

test("what was asked for lately stays", () => {
  const memory = createTaskMemory({ maxBytes });
  const [asked, never] = [exampleTask(), exampleTask()];
  memory.keep("1", asked);
  memory.keep("1", never);
  for (let n = 0; n < 2_000; n += 1) {
    memory.keep("1", exampleTask());
    memory.get(asked.id, "1");
  }
  expect(memory.get(asked.id, "1")).toBe(asked);
  expect(memory.get(never.id, "1")).toBeUndefined();
});

test("a task larger than the memory is not kept, and drops what was known of it", () => {
  const memory = createTaskMemory({ maxBytes: 10_000 });
  const task = exampleTask();
  memory.keep("1", task);
  memory.keep("2", { ...task, version: 2, description: "x".repeat(16_000) });
  expect(memory.size()).toEqual({ count: 0, bytes: 0 });
});

test("a task larger than the memory pushes out nobody else's", () => {
  const memory = createTaskMemory({ maxBytes: 10_000 });
  const other = exampleTask();
  memory.keep("1", other);
  memory.keep("1", exampleTask({ description: "x".repeat(16_000) }));
  expect(memory.get(other.id, "1")).toBe(other);
});
