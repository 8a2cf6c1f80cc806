// What is saved by itself, and when. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { sampleTask } from "../store/samples.ts";
import { calmFor, typedOf } from "./autosave.ts";
import { type Draft, draftOf } from "./draft.ts";
import { byField, stash, stillRefused } from "./edit.ts";
import type { TaskEdit } from "./names.ts";
import { touch, untouched } from "./three-way.ts";

const weekly = { rrule: "FREQ=WEEKLY;BYDAY=MO", anchor: "schedule", overflow: "clamp" } as const;
const task = sampleTask({ due: { kind: "day", at: "2026-12-01" }, description: "as it was" });

const typing = (changed: Partial<Draft>, on: Task = task, before: TaskEdit = untouched) =>
  touch(before, byField(draftOf(on)), byField({ ...draftOf(on), ...changed }));

describe("what was typed", () => {
  test("is ready to be saved, field by field", () => {
    expect(typedOf(typing({ description: "new", priority: "1" }), task)).toMatchObject({
      ready: ["priority", "description"],
      collided: [],
      wrong: {},
    });
  });

  test("waits where it is wrong, and keeps nothing else from being saved", () => {
    const { ready, wrong } = typedOf(typing({ title: "  ", project: "home" }), task);
    expect(ready).toEqual(["project"]);
    expect(wrong).toEqual({ title: "A task needs a title." });
    const half = typedOf(typing({ date: "", time: "09:00" }), task);
    expect(half.ready).toEqual([]);
    expect(Object.keys(half.wrong)).toEqual(["due"]);
  });

  test("waits where others have changed the same", () => {
    const then = sampleTask({ ...task, description: "theirs" });
    const { ready, collided } = typedOf(typing({ description: "mine", priority: "2" }), then);
    expect([ready, collided]).toEqual([["priority"], ["description"]]);
  });

  test("waits for a word about which dates of a series are meant, unless the rule is changed with them", () => {
    const series = sampleTask({ ...task, recurrence: weekly });
    const moved = typedOf(typing({ date: "2026-12-02" }, series), series);
    expect([moved.ready, moved.asksScope]).toEqual([[], true]);
    const both = typedOf(typing({ date: "2026-12-02", repeat: null }, series), series);
    expect(both.ready.toSorted()).toEqual(["due", "recurrence"]);
  });

  test("and refused waits until it is typed anew", () => {
    const refused = stash(untouched, task, { description: "bad" }, {}, "It is too rude.");
    expect(typedOf(refused, task)).toMatchObject({
      ready: [],
      wrong: { description: "It is too rude." },
    });
    const anew = typing({ description: "good" }, task, refused);
    const edit = { ...anew, refused: stillRefused(refused, anew) };
    expect(typedOf(edit, task)).toMatchObject({ ready: ["description"], wrong: {} });
  });
});

test("of two orders that are refused one after the other the later words stay", () => {
  const first = stash(untouched, task, { description: "one" }, {}, "No.");
  const second = stash(first, task, { description: "one and two" }, {}, "No.");
  expect(second.mine["description"]).toEqual({ description: "one and two" });
});

test("of several fields refused together those that are not named may be sent again", () => {
  const changes = { description: "bad", priority: 2 };
  const edit = stash(untouched, task, changes, { description: "Bad." }, "All is bad.");
  expect(typedOf(edit, task)).toMatchObject({
    ready: ["priority"],
    wrong: { description: "Bad." },
  });
});

describe("the pause before typing is saved", () => {
  test("is there for what is typed in sentences; a name is saved when it is left", () => {
    expect(calmFor(["title"], 60_000)).toBeGreaterThan(500);
    expect(calmFor(["project"], 60_000)).toBeNull();
    expect(calmFor(["tags", "assignee"], 60_000)).toBeNull();
  });

  test.each(["title", "description"] as const)(
    "makes no more than two changes a minute of a %s",
    (field) => {
      const fresh = calmFor([field], 3_600_000) ?? 0;
      expect(fresh).toBeLessThan(5_000);
      expect(calmFor([field], 10_000)).toBe(20_000);
    },
  );
});
