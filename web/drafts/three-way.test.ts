// What I changed, held against what others did. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conflicts,
  equal,
  isEmpty,
  keepMine,
  settle,
  shown,
  takeTheirs,
  touch,
  unsaved,
  untouched,
} from "./three-way.ts";

const now = { title: "a", notes: "old", tags: ["x"] };

describe("a field", () => {
  test("that was not touched follows what others do", () => {
    const edit = touch(untouched, now, { ...now, title: "b" });
    expect(shown(edit, { ...now, notes: "theirs" })).toEqual({
      ...now,
      title: "b",
      notes: "theirs",
    });
    expect(conflicts(edit, { ...now, notes: "theirs" })).toEqual([]);
  });

  test("that both have changed is in conflict until one value is chosen", () => {
    const edit = touch(untouched, now, { ...now, notes: "mine" });
    const then = { ...now, notes: "theirs" };
    expect(conflicts(edit, then)).toEqual(["notes"]);
    expect(shown(edit, then).notes).toBe("mine");
    const kept = keepMine(edit, then, "notes");
    expect([conflicts(kept, then), unsaved(kept, then)]).toEqual([[], ["notes"]]);
    expect(conflicts(kept, { ...now, notes: "theirs again" })).toEqual(["notes"]);
    expect(shown(takeTheirs(edit, "notes"), then)).toEqual(then);
  });

  test("that others have set to the same has nothing to save", () => {
    const edit = touch(untouched, now, { ...now, notes: "same" });
    expect(unsaved(edit, { ...now, notes: "same" })).toEqual([]);
  });

  test("that is typed back to what it was is untouched again", () => {
    const edit = touch(untouched, now, { ...now, tags: ["x", "y"] });
    expect(isEmpty(touch(edit, now, { ...now, tags: ["x"] }))).toBe(true);
  });

  test("typed on after it was saved keeps what was typed", () => {
    const edit = touch(untouched, now, { ...now, notes: "mine, and more", title: "b" });
    const after = settle(edit, { notes: "mine", title: "b" });
    expect(after.mine).toEqual({ notes: "mine, and more" });
    expect(conflicts(after, { ...now, notes: "mine", title: "b" })).toEqual([]);
  });
});

test("values are the same in whatever order their keys stand", () => {
  expect(equal({ kind: "day", at: "1" }, { at: "1", kind: "day" })).toBe(true);
  expect(equal({ kind: "day" }, { kind: "day", at: "1" })).toBe(false);
  expect(equal([1, 2], [2, 1])).toBe(false);
  expect(equal([], {})).toBe(false);
});

test("whatever is typed and whatever others do, nothing typed is lost and nothing of theirs is sent back", () => {
  const values = fc.record({
    a: fc.constantFrom("1", "2", "3"),
    b: fc.constantFrom("1", "2", "3"),
  });
  fc.assert(
    fc.property(values, fc.array(values), fc.array(values), (start, typed, theirs) => {
      let edit = untouched;
      let there: Record<string, unknown> = start;
      for (let at = 0; at < Math.max(typed.length, theirs.length); at += 1) {
        there = theirs[at] ?? there;
        const last: Record<string, unknown> = { ...shown(edit, there), ...typed[at] };
        edit = touch(edit, there, last);
        for (const field of Object.keys(edit.mine))
          expect(shown(edit, there)[field]).toBe(last[field]);
        for (const field of unsaved(edit, there)) {
          const isTheirs = conflicts(edit, there).includes(field);
          expect(isTheirs).toBe(edit.base[field] !== there[field]);
        }
      }
    }),
  );
});
