// The page's copy of the tasks: versions, tombstones, snapshots, wishes. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Task } from "../../domain/task.ts";
import type { TaskUpdate } from "../../domain/update.ts";
import { type Action, reduce } from "./reduce.ts";
import { sampleTask, sampleTurn, sampleUpdate } from "./samples.ts";
import { emptyState, type Pending, type State } from "./state.ts";
import { visibleTasks } from "./visible.ts";

const start = emptyState("laptop");
const after = (actions: Action[], from: State = start): State => actions.reduce(reduce, from);
const frame = (one: ServerFrame): Action => ({ type: "frames", frames: [one] });
const update = (task: Task, more: Partial<TaskUpdate> = {}): Action =>
  frame({ type: "update", cursor: "0:1", update: sampleUpdate(task, more) });
const snapshot = (tasks: Task[], first = true, more = false): Action =>
  frame({ type: "snapshot", tasks, first, more });
const live = frame({ type: "live", cursor: "0:1" });
const titles = (state: State): string[] => visibleTasks(state).map(({ title }) => title);

describe("versions", () => {
  test("a newer update replaces what the page has", () => {
    const state = after([update(sampleTask()), update(sampleTask({ version: 2, title: "two" }))]);
    expect(titles(state)).toEqual(["two"]);
  });

  test("an update that comes late changes nothing", () => {
    const state = after([update(sampleTask({ version: 2, title: "two" })), update(sampleTask())]);
    expect(titles(state)).toEqual(["two"]);
  });

  test("a deleted task leaves the list and no late update brings it back", () => {
    const gone = sampleTask({ version: 3 });
    const state = after([update(gone, { task: null }), update(sampleTask({ version: 2 }))]);
    expect(titles(state)).toEqual([]);
  });

  test("a task in the trash leaves the list, and comes back when restored", () => {
    const trashed = sampleTask({ version: 2, deletedAt: "2026-11-22T11:00:00.000Z" });
    const state = after([update(sampleTask()), update(trashed)]);
    expect(titles(state)).toEqual([]);
    expect(titles(after([update(sampleTask({ version: 3 }))], state))).toEqual(["buy groceries"]);
  });

  test("whatever order updates come in, the highest version of each task is what shows", () => {
    const one = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      version: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (seen) => {
        const state = after(
          seen.map(({ id, version }) =>
            update(sampleTask({ id, version, title: `${id}${version}` })),
          ),
        );
        const highest = Map.groupBy(seen, ({ id }) => id);
        const expected = [...highest].map(
          ([id, all]) => `${id}${Math.max(...all.map(({ version }) => version))}`,
        );
        expect(titles(state).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

describe("snapshots", () => {
  test("a snapshot replaces the list only when its last page is there", () => {
    const old = after([update(sampleTask({ title: "old" }))]);
    const half = after([snapshot([sampleTask({ id: "t2", title: "new" })], true, true)], old);
    expect(titles(half)).toEqual(["old"]);
    const whole = after([snapshot([sampleTask({ id: "t3", title: "newer" })], false)], half);
    expect(titles(whole)).toEqual(["new", "newer"]);
  });

  test("a snapshot older than what the page knows does not take it back", () => {
    const state = after([
      update(sampleTask({ version: 3, title: "three" })),
      update(sampleTask({ id: "t2", version: 2 }), { task: null }),
      snapshot([sampleTask({ version: 2 }), sampleTask({ id: "t2", version: 1 })]),
    ]);
    expect(titles(state)).toEqual(["three"]);
  });

  test("an update between two pages survives the last page", () => {
    const state = after([
      snapshot([], true, true),
      update(sampleTask({ title: "meanwhile" })),
      snapshot([sampleTask({ id: "t2", title: "page two" })], false),
    ]);
    expect(titles(state).toSorted()).toEqual(["meanwhile", "page two"]);
  });

  test("the page counts as loaded with the last page, or with `live` when it resumed", () => {
    expect(after([snapshot([], true, true)]).loaded).toBe(false);
    expect(after([snapshot([])]).loaded).toBe(true);
    expect(after([live]).loaded).toBe(true);
  });
});

describe("wishes", () => {
  const rename: Pending = {
    id: "r9",
    taskId: "t1",
    wish: { kind: "patch", changes: { title: "renamed" } },
  };
  const shown = after([update(sampleTask()), { type: "wished", pending: rename }]);

  test("a wish shows at once and is marked as waiting", () => {
    expect(visibleTasks(shown)).toMatchObject([{ title: "renamed", waiting: true, version: 1 }]);
  });

  test("a refused wish is taken back", () => {
    const state = after([{ type: "refused", id: "r9", taskId: "t1" }], shown);
    expect(titles(state)).toEqual(["buy groceries"]);
    expect(visibleTasks(state)[0]?.waiting).toBeUndefined();
  });

  test("a granted wish stays as committed", () => {
    const task = sampleTask({ version: 2, title: "renamed" });
    const state = after([{ type: "granted", id: "r9", task }], shown);
    expect(visibleTasks(state)).toEqual([task]);
  });

  test("of a change of several tasks each wish goes with the answer about its own", () => {
    const both = after(
      [
        update(sampleTask({ id: "t2", title: "buy paint" })),
        { type: "wished", pending: { ...rename, taskId: "t2" } },
      ],
      shown,
    );
    const task = sampleTask({ version: 2, title: "renamed" });
    const left = (state: State): string[] => state.pending.map(({ taskId }) => taskId);
    expect(left(after([{ type: "granted", id: "r9", task }], both))).toEqual(["t2"]);
    expect(left(after([{ type: "refused", id: "r9", taskId: "t2" }], both))).toEqual(["t1"]);
    expect(left(after([update(task, { correlationId: "r9" })], both))).toEqual(["t2"]);
  });

  test("the socket may confirm a wish before the answer does", () => {
    const task = sampleTask({ version: 2, title: "renamed" });
    const state = after([update(task, { correlationId: "r9", device: "laptop" })], shown);
    expect(state.pending).toEqual([]);
    expect(visibleTasks(after([{ type: "granted", id: "r9", task }], state))).toEqual([task]);
  });

  test("an answer that comes after a newer update does not take it back", () => {
    const newer = sampleTask({ version: 3, title: "renamed elsewhere" });
    const answer = sampleTask({ version: 2, title: "renamed" });
    const state = after([update(newer), { type: "granted", id: "r9", task: answer }], shown);
    expect(visibleTasks(state)).toEqual([newer]);
  });

  test("another device's change of the task shows below a wish that is still waiting", () => {
    const state = after([update(sampleTask({ version: 2, priority: 1 }))], shown);
    expect(visibleTasks(state)).toMatchObject([{ title: "renamed", priority: 1, waiting: true }]);
  });

  test("a wished task shows once, before and after it is committed", () => {
    const wish = {
      kind: "create",
      fields: { title: "new" },
      at: "2026-11-22T10:00:00.000Z",
    } as const;
    const wished = after([{ type: "wished", pending: { id: "r8", taskId: "t8", wish } }]);
    expect(visibleTasks(wished)).toMatchObject([{ title: "new", version: 0, waiting: true }]);
    const task = sampleTask({ id: "t8", title: "new" });
    expect(titles(after([update(task, { correlationId: "r8" })], wished))).toEqual(["new"]);
  });

  test("a wish to delete hides the task, a refusal shows it again", () => {
    const trash: Action = {
      type: "wished",
      pending: { id: "r7", taskId: "t1", wish: { kind: "trash" } },
    };
    const hidden = after([update(sampleTask()), trash]);
    expect(titles(hidden)).toEqual([]);
    expect(titles(after([{ type: "refused", id: "r7", taskId: "t1" }], hidden))).toEqual([
      "buy groceries",
    ]);
  });

  test("a committed task is the same object until it changes, so its row is not drawn again", () => {
    const task = sampleTask();
    const state = after([update(task), update(sampleTask({ id: "t2" }))]);
    expect(visibleTasks(state)[0]).toBe(task);
  });
});

describe("arrivals", () => {
  const onLine = after([live, { type: "connection", connection: "live" }]);

  test("a change from another device is highlighted until shown", () => {
    const state = after([update(sampleTask())], onLine);
    expect(state.arrivals).toMatchObject([{ taskId: "t1", title: "buy groceries" }]);
    expect(after([{ type: "arrival_shown", eventId: "e-t1-1" }], state).arrivals).toEqual([]);
  });

  test("a change made here is not", () => {
    expect(after([update(sampleTask(), { device: "laptop" })], onLine).arrivals).toEqual([]);
  });

  test("changes missed while away are not", () => {
    const away = after([{ type: "connection", connection: "reconnecting" }], onLine);
    expect(after([update(sampleTask())], away).arrivals).toEqual([]);
  });
});

test("no more than three notices stay", () => {
  const notice = (id: string): Action => ({
    type: "noticed",
    notice: { id, tone: "info", text: id },
  });
  const state = after(["1", "2", "3", "4"].map(notice));
  expect(state.notices.map(({ id }) => id)).toEqual(["2", "3", "4"]);
  expect(after([{ type: "notice_closed", id: "3" }], state).notices).toHaveLength(2);
});

test("how far a change of the settings is shows until it is over, or the line begins anew", () => {
  const moving = (id: string, done: number, over = false): Action =>
    frame({ type: "moving", id, tasks: 2_000, done, over });
  const shown = after([moving("a", 50), moving("a", 900)]);
  expect(shown.moving).toEqual({ id: "a", tasks: 2_000, done: 900 });
  expect(after([moving("a", 2_000, true)], shown).moving).toBeNull();
  const later = after([moving("b", 50), moving("a", 900, true)], shown);
  expect(later.moving?.id).toBe("b");
  const anew = frame({ type: "welcome", v: 1, userId: "u1", resumed: true });
  expect(after([anew], later).moving).toBeNull();
});

describe("the conversation", () => {
  const welcome = (resumed: boolean): Action =>
    frame({ type: "welcome", v: 1, userId: "u1", resumed });
  const wanted = (actions: Action[]): number => after(actions).chat.wanted;

  test("hears the turns of other devices", () => {
    const turn = sampleTurn({ device: "phone" });
    expect(after([frame({ type: "turn", cursor: "0:2", turn })]).chat.turns).toEqual([turn]);
  });

  test("is read when the line is up, and again after one that could not resume", () => {
    expect(wanted([welcome(false)])).toBe(0);
    expect(wanted([welcome(false), live])).toBe(1);
    expect(wanted([welcome(false), live, welcome(true), live])).toBe(1);
    expect(wanted([welcome(false), live, welcome(false), live])).toBe(2);
  });
});
