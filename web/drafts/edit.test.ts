// What a filled-in form changes about a task. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { conflicts, shown, touch, unsaved, untouched } from "./three-way.ts";
import { sampleTask } from "../store/samples.ts";
import { type Draft, draftOf } from "./draft.ts";
import {
  byField,
  fromFields,
  overtaken,
  patchOf,
  sameField,
  saved,
  stash,
  tidied,
} from "./edit.ts";

const changesOf = (changed: Partial<Draft>, task: Task, then: Task = task) => {
  const now = byField(draftOf(task));
  const edit = touch(untouched, now, byField({ ...draftOf(task), ...changed }));
  const later = byField(draftOf(then));
  return patchOf(unsaved(edit, later, sameField), shown(edit, later));
};

const task = sampleTask({
  due: { kind: "floating", at: "2026-12-01T17:00" },
  priority: 2,
  tags: ["on the phone", "errand"],
  project: "home",
  description: "two bags",
});
const newYork = { kind: "fixed", at: "2026-12-01T09:00", zone: "America/New_York" } as const;

describe("a form", () => {
  test("that was only looked at changes nothing", () => {
    expect(changesOf({}, task)).toEqual({});
    expect(fromFields(byField(draftOf(task)))).toEqual(draftOf(task));
  });

  test("changes the fields that differ, no others", () => {
    expect(changesOf({ priority: "1", project: "" }, task)).toEqual({ priority: 1, project: null });
  });

  test("leaves alone what others changed meanwhile", () => {
    const then = sampleTask({ ...task, description: "three bags", tags: ["errand"], version: 2 });
    expect(changesOf({ priority: "1" }, task, then)).toEqual({ priority: 1 });
  });

  test("with an emptied day takes the due away", () => {
    expect(changesOf({ date: "", time: "" }, task)).toEqual({ due: null });
  });

  test("keeps what is typed as it is typed, and takes it for what it means", () => {
    expect(changesOf({ project: "home " }, task)).toEqual({});
    expect(changesOf({ tags: "@on the phone, errand," }, task)).toEqual({});
    const now = byField(draftOf(task));
    const edit = touch(untouched, now, byField({ ...draftOf(task), project: "home " }));
    expect(fromFields(shown(edit, now)).project).toBe("home ");
  });
});

describe("a due", () => {
  test("fixed in another zone stays fixed there when its time or day is moved", () => {
    const fixed = sampleTask({ due: newYork });
    expect(changesOf({ time: "10:30" }, fixed)).toEqual({
      due: { ...newYork, at: "2026-12-01T10:30" },
    });
    expect(changesOf({ date: "2026-12-02" }, fixed)).toEqual({
      due: { ...newYork, at: "2026-12-02T09:00" },
    });
  });

  test("changes its kind on purpose only", () => {
    const fixed = sampleTask({ due: newYork });
    expect(changesOf({ zone: "" }, fixed)).toEqual({
      due: { kind: "floating", at: newYork.at },
    });
    expect(changesOf({ zone: "Asia/Tokyo" }, task)).toEqual({
      due: { kind: "fixed", at: "2026-12-01T17:00", zone: "Asia/Tokyo" },
    });
    expect(changesOf({ time: "" }, task)).toEqual({ due: { kind: "day", at: "2026-12-01" } });
    const day = sampleTask({ due: { kind: "day", at: "2026-12-01" } });
    expect(changesOf({ date: "2026-12-02" }, day)).toEqual({
      due: { kind: "day", at: "2026-12-02" },
    });
  });

  test("keeps its seconds when something else is changed, also when only its day is", () => {
    const exact = sampleTask({ due: { kind: "floating", at: "2026-12-01T12:00:30" } });
    expect(changesOf({ priority: "1" }, exact)).toEqual({ priority: 1 });
    expect(changesOf({ date: "2026-12-02" }, exact)).toEqual({
      due: { kind: "floating", at: "2026-12-02T12:00:30" },
    });
  });

  test("half typed is not taken for none", () => {
    const none = sampleTask();
    const now = byField(draftOf(none));
    const edit = touch(untouched, now, byField({ ...draftOf(none), time: "12:00" }));
    expect(unsaved(edit, now, sameField)).toEqual(["due"]);
  });
});

describe("a patch that could not be saved", () => {
  test("is an edit again, on what the person had seen", () => {
    const edit = stash(untouched, task, { description: "mine" });
    const then = byField(draftOf(sampleTask({ ...task, description: "theirs" })));
    expect(conflicts(edit, then, sameField)).toEqual(["description"]);
    expect(patchOf(["description"], shown(edit, then))).toEqual({ description: "mine" });
  });

  test("does not take the place of what was typed since", () => {
    const now = byField(draftOf(task));
    const edit = touch(untouched, now, byField({ ...draftOf(task), description: "newer" }));
    expect(stash(edit, task, { description: "older" })).toEqual(edit);
  });
});

test("a saved patch leaves what was not in it, and what was typed since", () => {
  const now = byField(draftOf(task));
  const typed = { ...draftOf(task), description: "mine", project: "garden", tags: "a" };
  const edit = touch(untouched, now, byField(typed));
  const after = saved(edit, task, { description: "mine", tags: ["b"] });
  expect(Object.keys(after.mine).toSorted()).toEqual(["project", "tags"]);
});

describe("an order that does not come from the form", () => {
  const typing = (changed: Partial<Draft>) =>
    touch(untouched, byField(draftOf(task)), byField({ ...draftOf(task), ...changed }));

  test("ends what was typed in the fields it sets, and nothing else", () => {
    const edit = typing({ priority: "1", description: "mine" });
    expect(Object.keys(overtaken(edit, task, { priority: 3 }).mine)).toEqual(["description"]);
  });

  test("is one that says something else than the form", () => {
    const edit = typing({ priority: "1", title: " Mine " });
    expect(overtaken(edit, task, { priority: 1, title: "Mine" })).toEqual(edit);
  });
});

describe("an edit that changes nothing", () => {
  const now = byField(draftOf(task));
  const typing = (changed: Partial<Draft>) =>
    touch(untouched, now, byField({ ...draftOf(task), ...changed }));

  test("is given up, so that what others do later is no conflict", () => {
    const edit = typing({ project: "home ", priority: "1" });
    const then = byField(draftOf(sampleTask({ ...task, project: "garden" })));
    expect(conflicts(edit, then, sameField)).toEqual(["project"]);
    expect(Object.keys(tidied(edit, now).mine)).toEqual(["priority"]);
    expect(Object.keys(tidied(edit, then).mine)).toEqual(["priority"]);
  });

  test("is given up where others did the same, but not while one is at it", () => {
    const edit = typing({ description: "same" });
    const then = byField(draftOf(sampleTask({ ...task, description: "same" })));
    expect(tidied(edit, then).mine).toEqual({});
    expect(tidied(edit, then, ["description"])).toEqual(edit);
  });

  test("is not one that is half typed", () => {
    const none = byField(draftOf(sampleTask()));
    const half = touch(untouched, none, byField({ ...draftOf(sampleTask()), time: "12:00" }));
    expect(tidied(half, none)).toEqual(half);
  });
});
