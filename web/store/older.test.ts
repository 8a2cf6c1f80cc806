// Tasks that ended long ago: paged on demand, and never kept over what a snapshot may have missed.
import { describe, expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Task } from "../../domain/task.ts";
import { nextOlder } from "./older.ts";
import { type Action, reduce } from "./reduce.ts";
import { sampleTask, sampleUpdate } from "./samples.ts";
import { emptyState, type State } from "./state.ts";

const after = (actions: Action[], from: State = emptyState("laptop")): State =>
  actions.reduce(reduce, from);
const frames = (...all: ServerFrame[]): Action => ({ type: "frames", frames: all });
const snapshot = (tasks: Task[], older: string | null): Action =>
  frames({ type: "snapshot", tasks, first: true, more: false, older });
const update = (task: Task, more: object = {}): Action =>
  frames({ type: "update", cursor: "0:1", update: sampleUpdate(task, more) });
const done = (id: string, more: Partial<Task> = {}): Task =>
  sampleTask({ id, status: "done", ...more });
const wanted: Action = { type: "older_wanted" };
const read = (cursor: string, tasks: Task[], next: string | null): Action => ({
  type: "older_read",
  cursor,
  page: { tasks, next },
});
const ids = (state: State): string[] => [...state.tasks.keys()];

describe("older tasks", () => {
  test("pages come one after the other, as often as they are wanted, to the end", () => {
    const begun = after([snapshot([sampleTask()], "c1")]);
    expect(nextOlder(begun.older)).toBeNull();
    const asked = after([wanted, wanted], begun);
    expect(nextOlder(asked.older)).toBe("c1");
    const first = after([read("c1", [done("a")], "c2")], asked);
    expect([ids(first), nextOlder(first.older)]).toEqual([["t1", "a"], null]);
    const last = after([wanted, read("c2", [done("b")], null), wanted], first);
    expect([ids(last), nextOlder(last.older)]).toEqual([["t1", "a", "b"], null]);
  });

  test("one that was deleted while the device was away does not stay, the others are read anew", () => {
    const before = after([
      snapshot([], "c1"),
      wanted,
      read("c1", [done("kept"), done("deleted")], null),
    ]);
    const again = after([snapshot([], "d1")], before);
    expect([ids(again), nextOlder(again.older)]).toEqual([[], "d1"]);
    expect(ids(after([read("d1", [done("kept")], null)], again))).toEqual(["kept"]);
  });

  test("an answer to what was asked before a snapshot is no news", () => {
    const state = after([
      snapshot([], "c1"),
      wanted,
      snapshot([], "d1"),
      read("c1", [done("a")], null),
    ]);
    expect([ids(state), nextOlder(state.older)]).toEqual([[], "d1"]);
  });

  test("a page that was read before a change does not take it back", () => {
    const changed = [
      update(done("a", { version: 3, status: "open" })),
      update(done("b", { version: 3 }), { task: null }),
    ];
    const state = after([
      snapshot([], "c1"),
      wanted,
      ...changed,
      read("c1", [done("a", { version: 2 }), done("b", { version: 2 })], null),
    ]);
    expect([ids(state), state.tasks.get("a")?.status]).toEqual([["a"], "open"]);
  });

  test("an older task that is opened again arrives as an update, whether the page has it or not", () => {
    const state = after([snapshot([], "c1"), update(done("a", { version: 9, status: "open" }))]);
    expect(state.tasks.get("a")?.status).toBe("open");
  });

  test("what could not be fetched is wanted no more until someone asks again", () => {
    const failed = after([snapshot([], "c1"), wanted, { type: "older_failed" }]);
    expect(nextOlder(failed.older)).toBeNull();
    expect(nextOlder(after([wanted], failed).older)).toBe("c1");
  });

  test("a gateway of before, which says nothing of older tasks, has sent all", () => {
    const state = after([
      frames({ type: "snapshot", tasks: [], first: true, more: false }),
      wanted,
    ]);
    expect(nextOlder(state.older)).toBeNull();
  });
});
