// A burst of frames on a long list: what is copied grows with the list once, not with each frame.
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Task } from "../../domain/task.ts";
import { reduce } from "./reduce.ts";
import { sampleAlert, sampleTask, sampleUpdate } from "./samples.ts";
import { emptyState, type State } from "./state.ts";

const [manyTasks, burst] = [20_000, 1_000];

/** Counts the entries that are copied from one Map into another. */
const counting = () => {
  const count = { copied: 0 };
  const Plain = Map;
  class CountingMap<K, V> extends Plain<K, V> {
    constructor(entries?: Iterable<readonly [K, V]> | null) {
      super(entries);
      if (entries instanceof Plain) count.copied += entries.size;
    }
  }
  vi.stubGlobal("Map", CountingMap);
  return count;
};
afterEach(() => void vi.unstubAllGlobals());

const tasks = Array.from({ length: manyTasks }, (_, n) => sampleTask({ id: `t${n}` }));
const pages = (all: Task[]): ServerFrame[] =>
  Array.from({ length: all.length / 200 }, (_, n) => ({
    type: "snapshot",
    tasks: all.slice(n * 200, (n + 1) * 200),
    first: n === 0,
    more: (n + 1) * 200 < all.length,
  }));
const live: ServerFrame = { type: "live", cursor: "0:1" };
const full = (): State =>
  reduce(emptyState("laptop"), { type: "frames", frames: [...pages(tasks), live] });
const updates = Array.from({ length: burst }, (_, n): ServerFrame => ({
  type: "update",
  cursor: "0:1",
  update: sampleUpdate(sampleTask({ id: `t${n * 7}`, version: 2, title: `new ${n}` })),
}));

describe("a list of 20,000 tasks", () => {
  test("takes a burst of 1,000 updates with one copy of the list", () => {
    const state = full();
    const count = counting();
    const next = reduce(state, { type: "frames", frames: updates });
    expect(count.copied).toBeLessThanOrEqual(manyTasks);
    expect(next.tasks.get("t6993")?.title).toBe("new 999");
    expect(state.tasks.get("t6993")?.version).toBe(1);
    expect(next.tasks.size).toBe(manyTasks);
  });

  test("takes them with alerts in between as well", () => {
    const state = full();
    const mixed = updates.flatMap((one, n): ServerFrame[] => [
      one,
      { type: "alert", cursor: "0:1", alert: sampleAlert({ id: `r${n}`, taskId: `t${n}` }) },
    ]);
    const count = counting();
    const next = reduce(state, { type: "frames", frames: mixed });
    expect(count.copied).toBeLessThanOrEqual(manyTasks);
    expect(next.alerts.size).toBe(burst);
  });

  test("is built from the pages of a snapshot with no copy of those before", () => {
    const count = counting();
    const state = full();
    expect(state.tasks.size).toBe(manyTasks);
    expect(count.copied).toBeLessThanOrEqual(manyTasks);
  });

  test("highlights the last few of a burst", () => {
    const { arrivals } = reduce(full(), { type: "frames", frames: updates });
    expect(arrivals).toHaveLength(20);
    expect(arrivals.at(-1)?.title).toBe("new 999");
  });
});

test("frames in one delivery do what they do one by one, also around a snapshot", () => {
  const changed = sampleTask({ id: "a", version: 3, title: "three" });
  const all: ServerFrame[] = [
    { type: "update", cursor: "0:1", update: sampleUpdate(sampleTask({ id: "a", version: 2 })) },
    { type: "snapshot", tasks: [sampleTask({ id: "a" })], first: true, more: true },
    { type: "update", cursor: "0:1", update: sampleUpdate(changed) },
    { type: "update", cursor: "0:1", update: sampleUpdate(sampleTask({ id: "b" })) },
    { type: "snapshot", tasks: [sampleTask({ id: "c" })], first: false, more: false },
    {
      type: "update",
      cursor: "0:1",
      update: sampleUpdate(sampleTask({ id: "c" }), { version: 2, task: null }),
    },
    live,
  ];
  const together = reduce(emptyState("laptop"), { type: "frames", frames: all });
  const each = all.reduce(
    (state, one) => reduce(state, { type: "frames", frames: [one] }),
    emptyState("laptop"),
  );
  expect(together).toEqual(each);
  expect([...together.tasks.values()].map(({ id, version }) => [id, version])).toEqual([
    ["a", 3],
    ["b", 1],
  ]);
});
