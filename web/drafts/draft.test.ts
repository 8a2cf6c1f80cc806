// A task as a form holds it, and back. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleTask } from "../store/samples.ts";
import { draftOf, draftProblem, emptyDraft, fieldsOf, placed, tagsOf } from "./draft.ts";

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
  test("holds its tags so that they read as the same again", () => {
    const tag = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((text) =>
        text
          .replaceAll(",", " ")
          .trim()
          .replace(/^[@#]+/, "")
          .trim(),
      )
      .filter((text) => text !== "");
    const tags = fc.uniqueArray(fc.oneof(tag, fc.constant("on the phone")), { maxLength: 4 });
    fc.assert(
      fc.property(tags, (own) => {
        expect(tagsOf(draftOf(sampleTask({ tags: own })).tags)).toEqual(own);
      }),
    );
  });

  test("keeps the section with its project, and lets it go with another", () => {
    const task = sampleTask({ project: "Garden", section: "Front" });
    expect(placed("garden ", task)).toEqual({ project: "garden ", section: "Front" });
    expect(placed("#Garden", task).section).toBe("Front");
    expect(placed("Garde", task).section).toBe("");
    expect(placed("", task).section).toBe("");
    expect(placed("", sampleTask()).section).toBe("");
  });

  test("shows a fixed due on its own clock, with its zone", () => {
    const due = { kind: "fixed", at: "2026-12-01T09:00", zone: "America/New_York" } as const;
    expect(draftOf(sampleTask({ due }))).toMatchObject({
      date: "2026-12-01",
      time: "09:00",
      zone: "America/New_York",
    });
  });
});
