// Tasks put elsewhere: by hand, into another section, under another task, by pointer and by keys.
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { projectsAmong } from "../places/belongs.ts";
import type { Place } from "../places/place.ts";
import { sampleTask } from "../store/samples.ts";
import { treeOf } from "../store/tree.ts";
import { type Arrangement, readArrangement } from "./arrangement.ts";
import { itemsOf, topOf } from "./items.ts";
import { moveTo } from "./move.ts";
import { sectionsOf } from "./sections.ts";
import { restOf, spotAt } from "./spot.ts";
import { type Direction, stepSpot } from "./step.ts";

const now = { wall: "2026-11-30T10:00", zone: "Europe/Berlin" };
const day = (at: string) => ({ kind: "day" as const, at });
const task = (id: string, position: number, more: Partial<Task> = {}) =>
  sampleTask({ id, title: id, position, due: null, project: null, ...more });

type Given = {
  /** Those of the tasks that the list is of. */
  shown?: Task[];
  place?: Place;
  arrangement?: Partial<Arrangement>;
  headings?: string[];
  isFlat?: boolean;
};

const listOf = (
  tasks: Task[],
  {
    shown = tasks,
    place = { is: "all" },
    arrangement = { group: "none", order: "hand" },
    headings = [],
    isFlat = false,
  }: Given = {},
) => {
  const read = readArrangement(arrangement, place);
  const byDate = read.group === "date" || read.group === "day";
  const tree = treeOf(tasks, now, byDate);
  const sections = sectionsOf(isFlat ? shown : topOf(shown, tree), {
    place,
    arrangement: read,
    now,
    headings: headings.map((name) => ({ id: name, name })),
  });
  const shownTree = isFlat ? null : tree;
  const items = itemsOf(sections, { tree: shownTree, folded: new Set(), hasOlder: false });
  const byId = new Map(tasks.map((one) => [one.id, one]));
  const world = {
    place,
    arrangement: read,
    now,
    tree: shownTree,
    top: new Set(sections.flatMap((section) => section.tasks.map(({ id }) => id))),
    byId,
    projectOf: projectsAmong(tasks),
  };
  const some = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    /** Puts tasks before the `gap`-th row that is left of a section, so far in. */
    drop: (ids: string[], key: string, gap: number, depth = 0) => {
      const section = sections.find((one) => one.key === key);
      if (section === undefined) throw new Error(`no section ${key}`);
      const spot = spotAt(section, restOf(items, key, new Set(ids)), { gap, depth, isFlat });
      const move = moveTo(some(ids), spot, world);
      if (move === "too many") return move;
      return move && { ...Object.fromEntries(move.changes), ...(move.byHand && { byHand: true }) };
    },
    step: (ids: string[], direction: Direction) => {
      const spot = stepSpot(items, ids[0] ?? "", direction, { ids: new Set(ids), isFlat });
      const move = spot && moveTo(some(ids), spot, world);
      return spot && (move === "too many" ? move : Object.fromEntries(move?.changes ?? []));
    },
  };
};

describe("by hand", () => {
  const list = listOf([task("a", 1), task("b", 2), task("c", 3), task("d", 4)]);

  test("one goes between two, and several keep their order", () => {
    expect(list.drop(["d"], "tasks", 1)).toEqual({ d: { position: 1.5 } });
    expect(list.drop(["a", "c"], "tasks", 2)).toEqual({ a: { position: 5 }, c: { position: 6 } });
  });

  test("put down where it was it changes nothing", () => {
    expect(list.drop(["b"], "tasks", 1)).toEqual({});
  });

  test("keys go past one at a time, and not past the ends", () => {
    expect(list.step(["b"], "up")).toEqual({ b: { position: 0 } });
    expect(list.step(["b"], "down")).toEqual({ b: { position: 3.5 } });
    expect(list.step(["a"], "up")).toBeNull();
    expect(list.step(["d"], "down")).toBeNull();
    expect(list.step(["b", "c"], "down")).toEqual({ b: { position: 5 }, c: { position: 6 } });
  });

  test("in a list that is sorted by something else the order one sees becomes the order by hand", () => {
    const sorted = listOf([task("z", 1), task("b", 2), task("a", 3)], {
      arrangement: { group: "none", order: "title" },
    });
    // a b z, and z goes first
    const done = sorted.drop(["z"], "tasks", 0);
    expect(done).toHaveProperty("byHand", true);
    expect(done).not.toHaveProperty("b");
  });
});

describe("a long list that is sorted by something else", () => {
  const titled = { group: "none", order: "title" } as const;
  /** Sorted by title they stand the other way round than by hand. */
  const against = (count: number) =>
    Array.from({ length: count }, (_, at) => task(`t${String(at).padStart(3, "0")}`, count - at));

  test("takes no place by hand where more than a hundred others would be put into order for it", () => {
    const list = listOf(against(150), { arrangement: titled });
    expect(list.drop(["t149"], "tasks", 0)).toBe("too many");
    expect(list.step(["t149"], "up")).toBe("too many");
  });

  test("takes one where those are fewer, and all of them get their order", () => {
    const done = listOf(against(90), { arrangement: titled }).drop(["t089"], "tasks", 0);
    expect(done).toHaveProperty("byHand", true);
    expect(Object.keys(done ?? {}).length).toBeGreaterThan(80);
  });
});

describe("to another section", () => {
  const five = { kind: "fixed" as const, at: "2026-12-01T17:00", zone: "America/New_York" };
  const rule = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
  const tasks = [
    task("late", 1, { due: day("2026-11-29") }),
    task("call", 2, { due: five, recurrence: rule }),
    task("read", 3),
  ];

  test("a day takes its tasks' times and zones as they are", () => {
    const list = listOf(tasks, { place: { is: "upcoming" }, arrangement: {}, isFlat: true });
    expect(list.drop(["call"], "2026-12-03", 0)).toEqual({
      call: { due: { ...five, at: "2026-12-03T17:00" } },
    });
    expect(list.drop(["late", "read"], "2026-12-03", 0)).toEqual({
      late: { due: day("2026-12-03") },
      read: { due: day("2026-12-03") },
    });
  });

  test("nothing is put where it would be late, nor what repeats where there is no date, nor what is done", () => {
    const list = listOf([...tasks, task("old", 4, { status: "done" })], {
      place: { is: "upcoming" },
      arrangement: {},
      isFlat: true,
    });
    expect(list.drop(["read"], "overdue", 0)).toBeNull();
    expect(list.drop(["call"], "someday", 0)).toBeNull();
    expect(list.drop(["late"], "someday", 0)).toEqual({ late: { due: null } });
    expect(list.drop(["read"], "done", 0)).toBeNull();
  });

  test("keys go over the edge of a day to the next one", () => {
    const list = listOf(tasks, { place: { is: "upcoming" }, arrangement: {}, isFlat: true });
    expect(list.step(["call"], "down")).toEqual({
      call: { due: { ...five, at: "2026-12-02T17:00" } },
    });
  });

  test("a priority, a project or a heading is given by where it stands", () => {
    const some = [task("a", 1, { priority: 1, project: "Home", section: "Kitchen" }), task("b", 2)];
    const by = (arrangement: Partial<Arrangement>, more: Given = {}) =>
      listOf(some, { arrangement, ...more });
    expect(by({ group: "priority" }).drop(["b"], "p1", 0)).toEqual({ b: { priority: 1 } });
    expect(by({ group: "project" }).drop(["a"], "inbox", 1)).toEqual({
      a: { project: null, section: null },
    });
    const place = { is: "project", name: "Home" } as const;
    const home = listOf([task("a", 1, { project: "Home", section: "Kitchen" })], {
      place,
      arrangement: {},
      headings: ["Kitchen", "Cellar"],
    });
    expect(home.drop(["a"], "/cellar", 0)).toEqual({ a: { section: "Cellar" } });
    expect(home.drop(["a"], "unheaded", 0)).toEqual({ a: { section: null } });
    expect(home.step(["a"], "down")).toEqual({ a: { section: "Cellar" } });
  });
});

describe("under another task", () => {
  const tasks = [
    task("trip", 1, { project: "Travel" }),
    task("pack", 1, { parentId: "trip" }),
    task("book", 2, { parentId: "trip" }),
    task("read", 2),
  ];
  const list = listOf(tasks);

  test("a row put further in is a part, of its project too", () => {
    expect(list.drop(["read"], "tasks", 1, 1)).toEqual({
      read: { parentId: "trip", project: "Travel", position: 0 },
    });
    expect(list.drop(["read"], "tasks", 3, 2)).toEqual({
      read: { parentId: "book" },
    });
    expect(list.step(["read"], "in")).toMatchObject({ read: { parentId: "trip" } });
    expect(list.step(["book"], "in")).toMatchObject({ book: { parentId: "pack" } });
    expect(list.step(["pack"], "in")).toBeNull();
  });

  test("a part that is taken out keeps what it had from its task", () => {
    expect(list.step(["pack"], "out")).toEqual({
      pack: { parentId: null, project: "Travel", position: 1.5 },
    });
    expect(list.step(["read"], "out")).toBeNull();
  });

  describe("a part that stands in the list by itself stays one", () => {
    const byDate = { group: "date", order: "hand" } as const;

    test("where its day is another than its task's", () => {
      const some = [
        task("trip", 1, { project: "Travel", due: day("2026-11-30") }),
        task("visa", 2, { parentId: "trip", due: day("2026-12-02") }),
        task("read", 3, { due: day("2026-12-02") }),
        task("rest", 4),
      ];
      const dates = listOf(some, { arrangement: byDate });
      expect(dates.step(["visa"], "down")).toEqual({ visa: { position: 4 } });
      expect(dates.drop(["visa"], "someday", 0)).toEqual({
        visa: { due: null, position: 3 },
      });
    });

    test("where its task is in another list", () => {
      const some = [
        task("trip", 1, { project: "Travel" }),
        task("visa", 2, { parentId: "trip", tags: ["city"] }),
        task("read", 3, { tags: ["city"] }),
      ];
      const tag = listOf(some, { shown: some.slice(1), place: { is: "tag", name: "city" } });
      expect(tag.step(["visa"], "down")).toEqual({ visa: { position: 4 } });
    });

    test("where its task is done before it", () => {
      const some = [
        task("trip", 1, { project: "Travel", status: "done" }),
        task("visa", 2, { parentId: "trip" }),
        task("read", 3),
      ];
      expect(listOf(some).step(["visa"], "down")).toEqual({ visa: { position: 4 } });
    });
  });

  test("nothing becomes a part of itself or of its parts", () => {
    expect(list.drop(["trip"], "tasks", 0, 1)).toEqual({});
    const itself = listOf(tasks);
    expect(itself.step(["trip"], "in")).toBeNull();
  });

  test("not deeper than the server allows, with all that hangs on it", () => {
    const chain = Array.from({ length: 10 }, (_, at) =>
      task(`c${at}`, 1, { parentId: at === 0 ? null : `c${at - 1}` }),
    );
    const deep = listOf([...chain, task("x", 2), task("y", 1, { parentId: "x" })]);
    expect(deep.drop(["x"], "tasks", 10, 9)).toMatchObject({ x: { parentId: "c8" } });
    expect(deep.drop(["x"], "tasks", 10, 10)).toBeNull();
  });
});
