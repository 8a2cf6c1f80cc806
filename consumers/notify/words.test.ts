// What notifications say.
import { expect, test } from "vitest";
import { exampleTask } from "../../tests/examples.ts";
import { digestWords, reminderWords, sayDuration, summaryWords } from "./words.ts";

const listener = { now: "2026-12-01T08:00:00.000Z", zone: "Europe/Berlin", locale: "en-GB" };

test("a reminder says its task's title and when that is due, on the person's clock and calendar", () => {
  const due = { kind: "floating" as const, at: "2026-12-01T17:00" };
  const told = { title: "buy groceries", due, lateByMs: 3 };
  expect(reminderWords(told, listener)).toEqual({
    title: "buy groceries",
    lines: ["Due today 17:00"],
  });
  expect(reminderWords(told, { ...listener, locale: "en-US" }).lines[0]).toMatch(
    /^Due today 5:00\sPM$/,
  );
  expect(reminderWords({ ...told, due: null }, listener).lines).toEqual([]);
});

test.each([
  [59_999, []],
  [60_000, ["Late by 1 min"]],
  [179_999, ["Late by 2 min"]],
  [2 * 3_600_000, ["Late by 2 h"]],
  [2 * 3_600_000 + 5 * 60_000, ["Late by 2 h 5 min"]],
])("a reminder that is %i ms late says so from a minute on", (lateByMs, lines) => {
  expect(reminderWords({ title: "x", due: null, lateByMs }, listener).lines).toEqual(lines);
});

test("a duration is said in whole minutes", () => {
  expect([60_000, 3_599_999, 3_600_000].map(sayDuration)).toEqual(["1 min", "59 min", "1 h"]);
});

const task = (title: string, due: Parameters<typeof exampleTask>[0]) =>
  exampleTask({ title, ...due });

test("a digest lists what is due that day by its time and what is overdue, and nothing later", () => {
  const tasks = [
    task("late meeting", { due: { kind: "floating", at: "2026-12-01T17:00" } }),
    task("all day", { due: { kind: "day", at: "2026-12-01" } }),
    task("yesterday's", { due: { kind: "day", at: "2026-11-30" } }),
    task("tomorrow's", { due: { kind: "day", at: "2026-12-02" } }),
    task("early call", { due: { kind: "floating", at: "2026-12-01T07:30" } }),
    task("never", {}),
  ];
  expect(digestWords(tasks, "2026-12-01", listener)).toEqual({
    title: "3 tasks due today, 1 overdue",
    lines: [
      "Due today:",
      "all day – today",
      "early call – today 07:30",
      "late meeting – today 17:00",
      "Overdue:",
      "yesterday's – yesterday",
    ],
  });
});

test("of many overdue tasks those nearest to the day are listed, and all are counted", () => {
  const tasks = Array.from({ length: 70 }, (_, n) =>
    task(`task ${n}`, {
      due: { kind: "day", at: `20${String(25 - (n % 20)).padStart(2, "0")}-01-01` },
    }),
  );
  const nearest = task("yesterday's", { due: { kind: "day", at: "2026-11-30" } });
  const words = digestWords([nearest, ...tasks], "2026-12-01", listener);
  expect(words.title).toBe("Nothing due today, 71 overdue");
  expect(words.lines).toHaveLength(1 + 50 + 1);
  expect(words.lines.at(-2)).toBe("yesterday's – yesterday");
  expect(words.lines.at(-1)).toBe("and 21 more");
});

test("a fixed time counts on the person's calendar, not on its own", () => {
  const tokyo = task("call", {
    due: { kind: "fixed", at: "2026-12-02T07:00", zone: "Asia/Tokyo" }, // 23:00 on the first in Berlin
  });
  expect(digestWords([tokyo], "2026-12-01", listener).title).toBe("1 task due today");
  expect(digestWords([tokyo], "2026-12-01", { ...listener, zone: "Asia/Tokyo" }).title).toBe(
    "Nothing due today",
  );
});

test("an empty day says so", () => {
  expect(digestWords([], "2026-12-01", listener)).toEqual({
    title: "Nothing due today",
    lines: ["Nothing is due today."],
  });
});

test("a summary names the missed reminders with their time, and counts those beyond fifty", () => {
  const missed = Array.from({ length: 52 }, (_, n) => ({
    taskId: "t",
    reminderId: "r",
    title: `task ${n}`,
    scheduledFor: "2026-11-30T08:00:00.000Z",
  }));
  const { title, lines } = summaryWords(missed, listener);
  expect(title).toBe("52 reminders came too late");
  expect(lines).toHaveLength(51);
  expect(lines[0]).toBe("task 0 – yesterday 09:00");
  expect(lines[50]).toBe("and 2 more");
  expect(summaryWords(missed.slice(0, 1), listener).title).toBe("1 reminder came too late");
});
