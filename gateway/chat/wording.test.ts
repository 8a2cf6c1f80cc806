// What was done, in words: a reason that many tasks were refused for is said once. Pure.
import { expect, test } from "vitest";
import type { TaskReply } from "../../domain/reply.ts";
import { exampleTask } from "../../tests/examples.ts";
import { type Outcome, wordsFor } from "./wording.ts";

const listener = { now: "2026-12-01T08:00:00.000Z", zone: "UTC", locale: "en" };
const of = (reply: TaskReply): Outcome => ({
  command: { type: "task.delete", taskId: exampleTask().id },
  reply,
});
const done = of({
  ok: true,
  task: exampleTask({ title: "Milk" }),
  reminders: [],
  changes: { deletedAt: { before: null, after: "2026-12-01T08:00:00.000Z" } },
  repeated: false,
});
const refused = (message: string): Outcome =>
  of({ ok: false, error: { code: "conflict", message } });
const notAsked = refused("what it was to follow from was not done");
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

test("a few are said one by one, what was refused alike once", () => {
  expect(wordsFor([done, notAsked, notAsked, refused("it is done already")], listener)).toBe(
    [
      "Moved “Milk” to the trash. “Restore Milk” brings it back.",
      "That could not be done: what it was to follow from was not done. (2 tasks)",
      "That could not be done: it is done already.",
    ].join("\n"),
  );
});

test("many are counted, and each reason is said once", () => {
  const outcomes = [...times(9, done), ...times(40, notAsked), refused("it is done already")];
  expect(wordsFor(outcomes, listener)).toBe(
    [
      "9 tasks were changed.",
      "That could not be done: what it was to follow from was not done. (40 tasks)",
      "That could not be done: it is done already.",
    ].join("\n"),
  );
  expect(wordsFor(times(12, notAsked), listener)).toBe(
    "0 tasks were changed.\nThat could not be done: what it was to follow from was not done. (12 tasks)",
  );
});
