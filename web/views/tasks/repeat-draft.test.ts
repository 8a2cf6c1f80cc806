// The repetition of a task as the editor's form holds it. Needs nothing.
import { describe, expect, test } from "vitest";
import { preset } from "../../repeat/presets.ts";
import { readRepeat, repeatOf } from "../../repeat/rule.ts";
import { sampleTask } from "../../store/samples.ts";
import { asksScope, changesOf, draftOf, draftProblem, emptyDraft, withDate } from "./draft.ts";

const zone = "Europe/Berlin";
const monday = "2026-11-23";
const weekly = {
  rrule: "FREQ=WEEKLY;BYDAY=MO",
  anchor: "schedule",
  overflow: "clamp",
} as const;
const once = sampleTask({ due: { kind: "day", at: monday } });
const series = sampleTask({ due: { kind: "day", at: monday }, recurrence: weekly });

describe("a form", () => {
  test("that was not touched changes nothing of a repeating task", () => {
    expect(changesOf(draftOf(series, zone), series, zone)).toEqual({});
  });

  test("makes a task repeat, and stops it", () => {
    const draft = draftOf(once, zone);
    const repeat = preset("weekly", monday);
    expect(changesOf({ ...draft, repeat }, once, zone)).toEqual({ recurrence: weekly });
    const ended = { ...draftOf(series, zone), repeat: null };
    expect(changesOf(ended, series, zone)).toEqual({ recurrence: null });
  });

  test("a rule without a day is refused at the day", () => {
    const draft = { ...emptyDraft, repeat: repeatOf("DAILY") };
    expect(draftProblem(draft)).toMatchObject({ field: "date" });
  });
});

describe("another day", () => {
  test("takes a new rule of that day along", () => {
    const draft = { ...draftOf(once, zone), repeat: preset("weekly", monday) };
    expect(withDate(draft, "2026-11-24", null).repeat).toEqual(preset("weekly", "2026-11-24"));
  });

  test("leaves the rule a task has, and asks what is meant", () => {
    const saved = readRepeat(weekly);
    const draft = withDate(draftOf(series, zone), "2026-11-24", saved);
    expect(draft.repeat).toEqual(saved);
    expect(asksScope(draft, series, zone)).toBe(true);
    expect(changesOf(draft, series, zone)).toEqual({ due: { kind: "day", at: "2026-11-24" } });
  });

  test("asks nothing while the date stays as it is", () => {
    expect(asksScope({ ...draftOf(series, zone), priority: "1" }, series, zone)).toBe(false);
  });

  test("asks nothing of a task that does not repeat, or whose rule is changed too", () => {
    const moved = { date: "2026-11-24" };
    expect(asksScope({ ...draftOf(once, zone), ...moved }, once, zone)).toBe(false);
    const other = { ...draftOf(series, zone), ...moved, repeat: repeatOf("DAILY") };
    expect(asksScope(other, series, zone)).toBe(false);
  });
});
