// Lists in sections: by date, day, project and priority, sorted as chosen, and what is done by the day it was done.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import type { Place } from "../places/place.ts";
import { sampleTask } from "../store/samples.ts";
import { type Arrangement, groupings, orders, readArrangement } from "./arrangement.ts";
import { sectionsOf } from "./sections.ts";

const now = { wall: "2026-11-30T10:00", zone: "Europe/Berlin" };
const day = (at: string) => ({ kind: "day" as const, at });
const task = (title: string, more: Partial<Task> = {}) =>
  sampleTask({ id: title, title, due: null, project: null, ...more });

const tasks = [
  task("rent", { due: day("2026-11-29"), priority: 1, project: "Home" }),
  task("call", { due: { kind: "floating", at: "2026-11-30T15:00" }, project: "work" }),
  task("bins", { due: day("2026-11-30"), priority: 2, project: "home" }),
  task("trip", { due: day("2026-12-20") }),
  task("read", { createdAt: "2026-11-29T10:00:00.000Z" }),
  // 23:30 on the 28th in Berlin.
  task("wash", { status: "done", completedAt: "2026-11-28T22:30:00.000Z" }),
  task("mail", { status: "done", completedAt: "2026-11-29T23:30:00.000Z" }),
];

const shown = (place: Place, arrangement: Partial<Arrangement> = {}): string[] =>
  sectionsOf(tasks, { place, arrangement: readArrangement(arrangement, place), now }).map(
    ({ key, tasks: inside }) => [key, ...inside.map(({ title }) => title)].join(" "),
  );

describe("sections", () => {
  test("by date, what is done last", () => {
    expect(shown({ is: "all" })).toEqual([
      "overdue rent",
      "today call bins",
      "upcoming trip",
      "someday read",
      "done mail wash",
    ]);
  });

  test("by day, the next week with its free days", () => {
    expect(shown({ is: "upcoming" })).toEqual([
      "overdue rent",
      "2026-11-30 call bins",
      "2026-12-01",
      "2026-12-02",
      "2026-12-03",
      "2026-12-04",
      "2026-12-05",
      "2026-12-06",
      "2026-12-20 trip",
      "someday read",
      "done mail wash",
    ]);
  });

  test("by project, two spellings of one together and none last", () => {
    expect(shown({ is: "all" }, { group: "project" })).toEqual([
      "#home rent bins",
      "#work call",
      "inbox trip read",
      "done mail wash",
    ]);
  });

  test("by priority", () => {
    expect(shown({ is: "all" }, { group: "priority" }).slice(0, 3)).toEqual([
      "p1 rent",
      "p2 bins",
      "p4 call trip read",
    ]);
  });

  test.each([
    ["due", "rent call bins trip read"],
    ["priority", "rent bins call trip read"],
    ["title", "bins call read rent trip"],
    ["added", "read rent call bins trip"],
  ] as const)("not grouped, by %s", (order, titles) => {
    expect(shown({ is: "all" }, { group: "none", order })[0]).toBe(`tasks ${titles}`);
  });

  test("of what is done are the days it was done, on the person's calendar", () => {
    const done = tasks.filter(({ status }) => status === "done");
    const place: Place = { is: "done" };
    const sections = sectionsOf(done, { place, arrangement: readArrangement({}, place), now });
    expect(sections.map(({ key }) => key)).toEqual(["2026-11-30", "2026-11-28"]);
  });

  test("lose and double nothing, however a list is arranged", () => {
    const arranged = fc.record({
      group: fc.constantFrom(...groupings),
      order: fc.constantFrom(...orders),
    });
    const place = fc.constantFrom<Place>({ is: "all" }, { is: "upcoming" }, { is: "done" });
    fc.assert(
      fc.property(arranged, place, fc.subarray(tasks), (arrangement, at, some) => {
        const sections = sectionsOf(some, { place: at, arrangement, now });
        const ids = sections.flatMap((section) => section.tasks.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(some.map(({ id }) => id).toSorted());
        expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length);
      }),
    );
  });
});

test("what was kept in another form is as if nothing was chosen", () => {
  for (const kept of [null, undefined, 3, "day", { group: "moon" }, { order: 7 }])
    expect(readArrangement(kept, { is: "upcoming" })).toEqual({ group: "day", order: "due" });
});

describe("the sections of a project", () => {
  const place = { is: "project", name: "Home" } as const;
  const headings = [
    { id: "s1", name: "Kitchen" },
    { id: "s2", name: "Cellar" },
  ];
  const some = [
    task("lamp", { project: "Home", section: "cellar", position: 2 }),
    task("shelf", { project: "Home", section: "Cellar", position: 1 }),
    task("rent", { project: "Home" }),
    task("roof", { project: "Home", section: "Attic" }),
  ];
  const shownOf = (of: typeof headings) =>
    sectionsOf(some, { place, arrangement: readArrangement(null, place), now, headings: of }).map(
      ({ name, tasks: inside }) => [name, ...inside.map(({ title }) => title)].join(" "),
    );

  test("stand in their order, without one first, empty ones too, and those that only tasks have last", () => {
    expect(shownOf(headings)).toEqual([
      "No section rent",
      "Kitchen",
      "Cellar shelf lamp",
      "Attic roof",
      "Done",
    ]);
  });

  test("a project without any is one list, sorted by hand", () => {
    const plain = some.map((one) => ({ ...one, section: null }));
    expect(
      sectionsOf(plain, { place, arrangement: readArrangement(null, place), now }).map(
        ({ name }) => name,
      ),
    ).toEqual(["Tasks", "Done"]);
  });

  test("are no grouping of other lists", () => {
    expect(readArrangement({ group: "section" }, { is: "all" }).group).toBe("date");
  });
});
