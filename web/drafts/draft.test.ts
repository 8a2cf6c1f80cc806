// A task as a form holds it, and back. Needs nothing.
import { describe, expect, test } from "vitest";
import { sampleTask } from "../store/samples.ts";
import { draftOf, draftProblem, emptyDraft, fieldsOf, tagsOf } from "./draft.ts";

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

describe("the form of a task", () => {
  test("shows a fixed due on its own clock, with its zone", () => {
    const due = { kind: "fixed", at: "2026-12-01T09:00", zone: "America/New_York" } as const;
    expect(draftOf(sampleTask({ due }))).toMatchObject({
      date: "2026-12-01",
      time: "09:00",
      zone: "America/New_York",
    });
  });
});
