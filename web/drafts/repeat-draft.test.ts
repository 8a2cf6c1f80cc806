// The repetition of a task as the editor's form holds it. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { preset } from "../repeat/presets.ts";
import { readRepeat, repeatOf } from "../repeat/rule.ts";
import { sampleTask } from "../store/samples.ts";
import { shown, touch, unsaved, untouched } from "./three-way.ts";
import { type Draft, draftOf, draftProblem, emptyDraft, withDate } from "./draft.ts";
import { asksScope, byField, patchOf, sameField } from "./edit.ts";

const monday = "2026-11-23";
const weekly = {
  rrule: "FREQ=WEEKLY;BYDAY=MO",
  anchor: "schedule",
  overflow: "clamp",
} as const;
const once = sampleTask({ due: { kind: "day", at: monday } });
const series = sampleTask({ due: { kind: "day", at: monday }, recurrence: weekly });

/** Which fields a filled-in form changes, and how. */
const fieldsOf = (draft: Draft, task: Task): string[] => {
  const now = byField(draftOf(task));
  return unsaved(touch(untouched, now, byField(draft)), now, sameField);
};
const changesOf = (draft: Draft, task: Task) => {
  const now = byField(draftOf(task));
  const edit = touch(untouched, now, byField(draft));
  return patchOf(unsaved(edit, now, sameField), shown(edit, now));
};
const asks = (draft: Draft, task: Task): boolean => asksScope(task, fieldsOf(draft, task));

describe("a form", () => {
  test("that was not touched changes nothing of a repeating task", () => {
    expect(changesOf(draftOf(series), series)).toEqual({});
  });

  test("makes a task repeat, and stops it", () => {
    const draft = draftOf(once);
    const repeat = preset("weekly", monday);
    expect(changesOf({ ...draft, repeat }, once)).toEqual({ recurrence: weekly });
    const ended = { ...draftOf(series), repeat: null };
    expect(changesOf(ended, series)).toEqual({ recurrence: null });
  });

  test("a rule without a day is refused at the day", () => {
    const draft = { ...emptyDraft, repeat: repeatOf("DAILY") };
    expect(draftProblem(draft)).toMatchObject({ field: "date" });
  });
});

describe("another day", () => {
  test("takes a new rule of that day along", () => {
    const draft = { ...draftOf(once), repeat: preset("weekly", monday) };
    expect(withDate(draft, "2026-11-24", null).repeat).toEqual(preset("weekly", "2026-11-24"));
  });

  test("leaves the rule a task has, and asks what is meant", () => {
    const saved = readRepeat(weekly);
    const draft = withDate(draftOf(series), "2026-11-24", saved);
    expect(draft.repeat).toEqual(saved);
    expect(asks(draft, series)).toBe(true);
    expect(changesOf(draft, series)).toEqual({ due: { kind: "day", at: "2026-11-24" } });
  });

  test("asks nothing while the date stays as it is", () => {
    expect(asks({ ...draftOf(series), priority: "1" }, series)).toBe(false);
  });

  test("asks nothing of a task that does not repeat, or whose rule is changed too", () => {
    const moved = { date: "2026-11-24" };
    expect(asks({ ...draftOf(once), ...moved }, once)).toBe(false);
    const other = { ...draftOf(series), ...moved, repeat: repeatOf("DAILY") };
    expect(asks(other, series)).toBe(false);
  });
});
