// What is counted for a saved filter is what fits it, and no task is asked twice while it stays as it is.
import { expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { exampleTask } from "../../tests/examples.ts";
import { createCounter } from "./counter.ts";

const always = () => true;
const make = (count: number): Task[] =>
  Array.from({ length: count }, (_, n) =>
    exampleTask({
      id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`,
      priority: n % 2 === 0 ? 1 : 4,
      status: n % 4 === 0 ? "done" : "open",
    }),
  );

test("open tasks that fit are counted, and only one that changed is asked again", () => {
  const asked: Task[] = [];
  const counter = createCounter((task) => {
    asked.push(task);
    return task.priority === 1;
  });
  const tasks = make(100);
  expect(counter.count(tasks, always)).toBe(25);
  expect(asked).toHaveLength(75);
  const [first, second = exampleTask(), ...rest] = tasks;
  const changed = { ...second, priority: 1 as const };
  expect(counter.count([...(first ? [first] : []), changed, ...rest], always)).toBe(26);
  expect(asked).toHaveLength(76);
});

test("when the time is over it stops, and goes on from there the next time", () => {
  let left = 3;
  const counter = createCounter(() => true);
  const tasks = make(400);
  const isTime = (): boolean => (left -= 1) > 0;
  expect(counter.count(tasks, isTime)).toBeNull();
  expect(counter.count(tasks, () => false)).toBeNull();
  expect(counter.count(tasks, always)).toBe(300);
});
