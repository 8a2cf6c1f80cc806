// A title that was put into an order may not make it one about other tasks.
import { expect, test } from "vitest";
import { taskCalled } from "../../../tests/chat-world.ts";
import { ask, run } from "../asking.ts";
import { touchesOnly } from "./touches-only.ts";

const [milk, rent] = [taskCalled("Buy milk", 1), taskCalled("Pay rent", 2)];
const complete = (taskId: string) => ({ type: "task.complete" as const, taskId });
const create = (parentId?: string) => ({
  type: "task.create" as const,
  taskId: taskCalled("New", 3).id,
  fields: { title: "New", ...(parentId === undefined ? {} : { parentId }) },
});

test("an order on the named task alone is about it, also as a choice and as a part of it", () => {
  expect(touchesOnly(run(complete(milk.id)), [milk])).toBe(true);
  expect(touchesOnly(ask("?", [{ label: "Yes", commands: [complete(milk.id)] }]), [milk])).toBe(
    true,
  );
  expect(touchesOnly(run(create(milk.id)), [milk])).toBe(true);
});

test("one on another task, on both, as a choice, or a new task of its own is not", () => {
  expect(touchesOnly(run(complete(rent.id)), [milk])).toBe(false);
  expect(touchesOnly(run(complete(milk.id), complete(rent.id)), [milk])).toBe(false);
  expect(touchesOnly(ask("?", [{ label: "Yes", commands: [complete(rent.id)] }]), [milk])).toBe(
    false,
  );
  expect(touchesOnly(run(create()), [milk])).toBe(false);
});
