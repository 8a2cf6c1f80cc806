// Subtasks under their tasks. Needs nothing.
import { expect, test } from "vitest";
import { sampleTask } from "./samples.ts";
import { branchOf, treeOf } from "./tree.ts";

const now = { wall: "2026-11-22T10:00", zone: "UTC" };
const part = (id: string, more = {}) => sampleTask({ id, parentId: "p", ...more });
const parent = sampleTask({ id: "p" });
const ids = (tasks: { id: string }[] = []) => tasks.map(({ id }) => id);

test("parts stand under their task, open ones first, and are counted", () => {
  const tree = treeOf([part("b", { position: 2, status: "done" }), parent, part("a")], now);
  expect(ids(tree.top)).toEqual(["p"]);
  expect(ids(tree.parts.get("p"))).toEqual(["a", "b"]);
  expect(tree.progress.get("p")).toEqual({ done: 1, of: 2 });
});

test("a part that is due today does not hide under a task that is not", () => {
  const due = { kind: "day" as const, at: "2026-11-22" };
  expect(ids(treeOf([parent, part("a", { due })], now).top)).toEqual(["p", "a"]);
});

test("an open part of a task that is done stands by itself", () => {
  const done = sampleTask({ id: "p", status: "done" });
  expect(ids(treeOf([done, part("a")], now).top)).toEqual(["p", "a"]);
});

test("a part of a task that is not there stands by itself", () => {
  expect(ids(treeOf([part("a")], now).top)).toEqual(["a"]);
});

test("tasks that are parts of each other are all shown", () => {
  const [a, b] = [part("a", { parentId: "b" }), part("b", { parentId: "a" })];
  expect(ids(treeOf([a, b], now).top)).toEqual(["a", "b"]);
});

test("a branch is the task and its parts, each further in than its parent", () => {
  const tree = treeOf([parent, part("a"), part("b", { parentId: "a" })], now);
  const branch = branchOf(tree, parent).map(({ task, depth }) => [task.id, depth]);
  expect(branch).toEqual([
    ["p", 0],
    ["a", 1],
    ["b", 2],
  ]);
});
