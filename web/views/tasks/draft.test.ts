// A task as a form holds it, and back. Needs nothing.
import { describe, expect, test } from "vitest";
import { sampleTask } from "../../store/samples.ts";
import { changesOf, draftOf, draftProblem, emptyDraft, fieldsOf, tagsOf } from "./draft.ts";

const zone = "Europe/Berlin";

describe("a new task", () => {
  test("an untouched form names no fields", () => {
    expect(fieldsOf(emptyDraft)).toEqual({});
  });

  test("a day alone is a day, with a time it floats", () => {
    expect(fieldsOf({ ...emptyDraft, date: "2026-12-01" }).due).toEqual({
      kind: "day",
      at: "2026-12-01",
    });
    expect(fieldsOf({ ...emptyDraft, date: "2026-12-01", time: "17:00" }).due).toEqual({
      kind: "floating",
      at: "2026-12-01T17:00",
    });
  });

  test("a time without a day is asked about", () => {
    expect(draftProblem({ ...emptyDraft, time: "17:00" })).toMatchObject({ field: "date" });
    expect(draftProblem(emptyDraft)).toBeNull();
  });

  test.each([
    ["errand, on the phone", ["errand", "on the phone"]],
    ["@errand @phone", ["errand", "phone"]],
    ["  #a ,, b ", ["a", "b"]],
    ["", []],
  ])("tags typed as %j", (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });
});

describe("an edited task", () => {
  const task = sampleTask({
    due: { kind: "floating", at: "2026-12-01T17:00" },
    priority: 2,
    tags: ["on the phone", "errand"],
    project: "home",
    description: "two bags",
  });

  test("a form that was only looked at changes nothing", () => {
    expect(changesOf(draftOf(task, zone), task, zone)).toEqual({});
  });

  test("only the fields that differ are changed", () => {
    const draft = { ...draftOf(task, zone), priority: "1", project: "" };
    expect(changesOf(draft, task, zone)).toEqual({ priority: 1, project: null });
  });

  test("an emptied day takes the due away", () => {
    const draft = { ...draftOf(task, zone), date: "", time: "" };
    expect(changesOf(draft, task, zone)).toEqual({ due: null });
  });

  test("a due fixed in another zone shows in the person's and stays fixed when moved", () => {
    const fixed = sampleTask({
      due: { kind: "fixed", at: "2026-12-01T12:00", zone: "America/New_York" },
    });
    const draft = draftOf(fixed, zone);
    expect(draft).toMatchObject({ date: "2026-12-01", time: "18:00" });
    expect(changesOf({ ...draft, time: "19:00" }, fixed, zone)).toEqual({
      due: { kind: "fixed", at: "2026-12-01T19:00", zone },
    });
  });
});
