// Which list a task stands in, the counts beside their names, and what a list gives to a new task.
import { expect, test } from "vitest";
import { sampleTask } from "../store/samples.ts";
import type { VisibleTask } from "../store/visible.ts";
import { belongs, countsOf, givenBy, projectsAmong } from "./belongs.ts";
import type { Place } from "./place.ts";

const now = { wall: "2026-11-30T10:00", zone: "Europe/Berlin" };
const day = (at: string) => ({ kind: "day" as const, at });
const tasks: VisibleTask[] = [
  sampleTask({ id: "late", due: day("2026-11-29"), project: "Home", tags: ["errand"] }),
  sampleTask({ id: "now", due: day("2026-11-30"), project: "home" }),
  sampleTask({ id: "soon", due: day("2026-12-04"), tags: ["Errand", "phone"] }),
  sampleTask({ id: "some", due: null }),
  sampleTask({ id: "over", due: null, status: "done", project: "home" }),
];

const inPlace = (place: Place): string =>
  tasks
    .flatMap((task) =>
      belongs(task, place, { now, projectOf: projectsAmong(tasks), fits: null }) ? [task.id] : [],
    )
    .join(" ");

test.each([
  [{ is: "all" }, "late now soon some over"],
  [{ is: "inbox" }, "soon some"],
  [{ is: "today" }, "late now"],
  [{ is: "upcoming" }, "now soon"],
  [{ is: "done" }, "over"],
  [{ is: "trash" }, ""],
  [{ is: "project", name: "HOME" }, "late now over"],
  [{ is: "tag", name: "errand" }, "late soon"],
  [{ is: "filter", line: "p1" }, ""],
] as [Place, string][])("%j holds %s", (place, ids) => expect(inPlace(place)).toBe(ids));

test("a part stands in the project of its task, unless it has one of its own", () => {
  const parts = [
    sampleTask({ id: "trip", project: "holiday" }),
    sampleTask({ id: "pack", parentId: "trip" }),
    sampleTask({ id: "mail", parentId: "trip", project: "work" }),
    sampleTask({ id: "lost", parentId: "gone" }),
  ];
  const projectOf = projectsAmong(parts);
  expect(parts.map(projectOf)).toEqual(["holiday", "holiday", "work", null]);
  const circle = [sampleTask({ id: "a", parentId: "b" }), sampleTask({ id: "b", parentId: "a" })];
  expect(circle.map(projectsAmong(circle))).toEqual([null, null]);
});

test("counts are of open tasks; what is late counts as today's", () => {
  expect(countsOf(tasks, now)).toEqual({
    all: 4,
    inbox: 2,
    today: 2,
    overdue: 1,
  });
});

test("a list gives a new task what makes it stand there", () => {
  expect(givenBy({ is: "tag", name: "work" }, "2026-11-30")).toEqual({ tags: ["work"] });
  expect(givenBy({ is: "project", name: "home" }, "2026-11-30")).toEqual({ project: "home" });
  expect(givenBy({ is: "today" }, "2026-11-30")).toEqual({ due: day("2026-11-30") });
  expect(givenBy({ is: "all" }, "2026-11-30")).toEqual({});
});
