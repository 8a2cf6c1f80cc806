// Several tasks changed as one: parts end with their tasks, times stay, tags are put together.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { sampleTask } from "../store/samples.ts";
import { dated, ending, filed, headsOf, leftOf, tagged } from "./bulk.ts";

const task = (id: string, more: Partial<Task> = {}) => sampleTask({ id, title: id, ...more });
const wall = "2026-11-30T10:00";

describe("tasks that end together", () => {
  const house = task("house");
  const roof = task("roof", { parentId: "house" });
  const tile = task("tile", { parentId: "roof" });
  const bread = task("bread");
  const parents = new Map([house, roof, tile, bread].map(({ id, parentId }) => [id, parentId]));
  const endsParts = ({ recurrence }: Task): boolean => recurrence === null;
  const heads = (...tasks: Task[]) =>
    headsOf(tasks, (id) => parents.get(id) ?? null, endsParts).map(
      ({ task: { id }, standsFor }) => [id, standsFor],
    );

  test("a part ends with the task it is a part of, however far up that is", () => {
    expect(heads(tile, house, bread)).toEqual([
      ["house", 2],
      ["bread", 1],
    ]);
    expect(heads(house, roof, tile)).toEqual([["house", 3]]);
  });

  test("a part alone ends alone", () => {
    expect(heads(roof, bread)).toEqual([
      ["roof", 1],
      ["bread", 1],
    ]);
  });

  test("a part of one that goes on ends by itself, and before it, in case that was its last date", () => {
    const rule = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
    const daily = task("house", { recurrence: rule });
    expect(heads(daily, roof, tile, bread)).toEqual([
      ["roof", 2],
      ["bread", 1],
      ["house", 1],
    ]);
    // Under one that ends it ends too, for good.
    expect(heads(house, task("roof", { parentId: "house", recurrence: rule }), tile)).toEqual([
      ["house", 3],
    ]);
  });

  test("two tasks that are parts of each other end each by itself", () => {
    const circle = new Map([
      ["a", "b"],
      ["b", "a"],
    ]);
    expect(headsOf([task("a"), task("b")], (id) => circle.get(id) ?? null)).toHaveLength(2);
  });
});

test("completing is for the open ones; where all are over they are opened again", () => {
  const [open, done] = [task("open"), task("done", { status: "done" })];
  expect(ending([done, open])).toEqual({ is: "complete", tasks: [open] });
  expect(ending([done])).toEqual({ is: "reopen", tasks: [done] });
});

test("a day leaves each task its time and zone; a time is for all of them", () => {
  const friday = { kind: "day" as const, at: "2026-12-04" };
  const fixed = { kind: "fixed" as const, at: "2026-11-30T09:00", zone: "America/New_York" };
  expect(dated(friday, wall)(task("a", { due: fixed }))).toEqual({
    due: { ...fixed, at: "2026-12-04T09:00" },
  });
  expect(dated(friday, wall)(task("a"))).toEqual({ due: friday });
  const five = { kind: "floating" as const, at: "2026-12-04T17:00" };
  expect(dated(five, wall)(task("a", { due: fixed }))).toEqual({ due: five });
});

test("without a date nothing repeats", () => {
  const rule = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
  expect(dated(null, wall)(task("a", { recurrence: rule }))).toEqual({
    due: null,
    recurrence: null,
  });
  expect(dated(null, wall)(task("a"))).toEqual({ due: null });
});

test("another project leaves its heading behind", () => {
  expect(filed("work")(task("a", { project: "home", section: "Kitchen" }))).toEqual({
    project: "work",
    section: null,
  });
});

test("a tag is added once and taken off, whatever its case", () => {
  const errand = task("a", { tags: ["Errand", "phone"] });
  expect(tagged("errand", true)(errand)).toEqual({});
  expect(tagged("errand", false)(errand)).toEqual({ tags: ["phone"] });
  expect(tagged("new", true)(errand)).toEqual({ tags: ["Errand", "phone", "new"] });
});

test("what is so already is no change", () => {
  const due = { kind: "day" as const, at: "2026-12-04" };
  expect(leftOf(task("a", { due, priority: 2 }), { due: { ...due }, priority: 1 })).toEqual({
    priority: 1,
  });
});
