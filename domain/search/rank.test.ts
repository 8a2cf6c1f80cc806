// Which tasks a search finds, and in which order.
import { expect, test } from "vitest";
import { exampleTask } from "../../tests/examples.ts";
import type { Task } from "../task.ts";
import { wordsIn } from "../words.ts";
import { byRank, hitOf } from "./rank.ts";

const task = (title: string, more: Partial<Task> = {}): Task =>
  exampleTask({ title, project: null, tags: [], description: "", ...more });
const found = (query: string, tasks: Task[]): string[] =>
  tasks
    .flatMap((one) => hitOf(one, wordsIn(query)) ?? [])
    .toSorted(byRank)
    .map((hit) => hit.task.title);

test("the title counts more than labels, labels more than the text", () => {
  const tasks = [
    task("a", { description: "the bread" }),
    task("b", { tags: ["bread"] }),
    task("bread"),
    task("breadcrumbs"),
    task("buy bread"),
  ];
  expect(found("bread", tasks)).toEqual(["bread", "buy bread", "breadcrumbs", "b", "a"]);
});

test("every word has to be there, in any order, whatever case and accents", () => {
  const tasks = [task("Café for Zoë"), task("Cafe"), task("Zoe")];
  expect(found("ZOE cafe", tasks)).toEqual(["Café for Zoë"]);
});

test("open before done before deleted, the latest change first", () => {
  const tasks = [
    task("call 1", { updatedAt: "2026-01-01T00:00:00.000Z" }),
    task("call 2", { updatedAt: "2026-01-02T00:00:00.000Z" }),
    task("call 3", { status: "done" }),
    task("call 4", { deletedAt: "2026-01-01T00:00:00.000Z" }),
  ];
  expect(found("call", tasks)).toEqual(["call 2", "call 1", "call 3", "call 4"]);
});

test.each([
  ["grocries", "groceries"],
  ["grcoeries", "groceries"],
  ["denitst", "dentist"],
  ["appointmnet", "appointment"],
  ["grocri", "groceries"],
])("the slip %s finds %s, after what has no slip", (typed, meant) => {
  expect(found(typed, [task(`buy ${meant}`), task(`${typed}!`)])).toEqual([
    `${typed}!`,
    `buy ${meant}`,
  ]);
});

test.each([
  ["bar", "bat"],
  ["house", "mouse"],
  ["garden", "guard"],
])("%s does not find %s", (typed, other) => {
  expect(found(typed, [task(other)])).toEqual([]);
});
