// The score of what people type: what counts as right, and what is printed.
import { expect, test } from "vitest";
import { berlin } from "../corpus/quick-add/worlds.ts";
import { scoreQuickAdd } from "./quick-add.ts";
import { isReached, linesOf } from "./score.ts";

const scored = (text: string, expected: Record<string, unknown>) =>
  scoreQuickAdd([{ ...berlin, kind: "day", text, expect: expected }]);
const tomorrow = { kind: "day", at: "2026-11-26" };

test("a line is right when every field is, and a field that is not named has to be none", () => {
  const right = scored("milk tomorrow", { title: "milk", due: tomorrow });
  expect(right.cases).toEqual([{ kind: "day", text: "milk tomorrow", miss: null }]);
  expect(scored("milk tomorrow", { title: "milk" }).cases[0]?.miss).toEqual({
    expected: { due: null },
    got: { due: tomorrow },
  });
});

test("a rule whose parts stand in another order is the same rule", () => {
  const recurrence = { rrule: "BYDAY=FR,MO;FREQ=WEEKLY", anchor: "schedule", overflow: "clamp" };
  const due = { kind: "day", at: "2026-11-27" };
  const score = scored("gym every mon and fri", { title: "gym", due, recurrence });
  expect(isReached(score)).toBe(true);
});

test("a miss is printed with what was expected, and the share below the aim is not reached", () => {
  const score = scored("milk tomorrow", { title: "bread", due: tomorrow });
  expect(isReached(score)).toBe(false);
  expect(linesOf(score)).toEqual([
    "miss (day): milk tomorrow",
    '  expected {"title":"bread"}',
    '  got      {"title":"milk"}',
    "",
    "quick add (aim 95.0 %)",
    "  day                    0 of 1    0.0 %",
    "  all                    0 of 1    0.0 %",
  ]);
});
