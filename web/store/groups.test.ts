// How the list is divided and sorted. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { groupNames, groupOf, groupTasks } from "./groups.ts";
import { sampleTask } from "./samples.ts";

const now = { wall: "2026-11-24T12:00", zone: "Europe/Berlin" };
const day = (at: string): Partial<Task> => ({ due: { kind: "day", at } });
const floating = (at: string): Partial<Task> => ({ due: { kind: "floating", at } });
const fixed = (at: string, zone: string): Partial<Task> => ({ due: { kind: "fixed", at, zone } });

describe("groups", () => {
  test.each([
    ["yesterday", day("2026-11-23"), "overdue"],
    ["today without a time", day("2026-11-24"), "today"],
    ["earlier today", floating("2026-11-24T11:59"), "overdue"],
    ["this very minute", floating("2026-11-24T12:00"), "today"],
    ["later today", floating("2026-11-24T17:00"), "today"],
    ["tomorrow", day("2026-11-25"), "upcoming"],
    ["noon in New York, evening here", fixed("2026-11-24T12:00", "America/New_York"), "today"],
    [
      "tonight in New York, tomorrow here",
      fixed("2026-11-24T20:00", "America/New_York"),
      "upcoming",
    ],
    ["no due", {}, "someday"],
    ["done, though late", { ...day("2026-11-01"), status: "done" as const }, "done"],
    ["cancelled", { status: "cancelled" as const }, "done"],
    ["in progress and late", { ...day("2026-11-01"), status: "in_progress" as const }, "overdue"],
  ])("%s", (_name, fields, group) => {
    expect(groupOf(sampleTask(fields), now)).toBe(group);
  });

  test("every task is in exactly one group", () => {
    const tasks = [day("2026-11-01"), day("2026-11-24"), {}].map((fields, at) =>
      sampleTask({ id: `t${at}`, ...fields }),
    );
    const groups = groupTasks(tasks, now);
    expect(groupNames.flatMap((name) => groups[name]).length).toBe(3);
  });
});

describe("order", () => {
  test("by time, a day without a time after that day's times, then priority, then position", () => {
    const tasks = [
      sampleTask({ id: "d", ...day("2026-11-25"), position: 2 }),
      sampleTask({ id: "c", ...day("2026-11-25"), position: 1 }),
      sampleTask({ id: "b", ...day("2026-11-25"), priority: 1, position: 9 }),
      sampleTask({ id: "a", ...floating("2026-11-25T17:00") }),
      sampleTask({ id: "e", ...day("2026-11-26"), priority: 1 }),
    ];
    expect(groupTasks(tasks, now).upcoming.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("the last done comes first", () => {
    const done = (id: string, completedAt: string): Task =>
      sampleTask({ id, status: "done", completedAt });
    const tasks = [done("a", "2026-11-22T10:00:00.000Z"), done("b", "2026-11-23T10:00:00.000Z")];
    expect(groupTasks(tasks, now).done.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

test("a focus shows the tasks of one project or tag, whatever the case", () => {
  const tasks = [
    sampleTask({ id: "a", project: "Home" }),
    sampleTask({ id: "b", tags: ["home"] }),
    sampleTask({ id: "c" }),
  ];
  const ids = (focus: Parameters<typeof groupTasks>[2]): string[] =>
    groupTasks(tasks, now, focus).someday.map(({ id }) => id);
  expect(ids({ project: "home" })).toEqual(["a"]);
  expect(ids({ tag: "HOME" })).toEqual(["b"]);
  expect(ids(null)).toEqual(["a", "b", "c"]);
});
