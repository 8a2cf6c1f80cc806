// The lines of a list, and walking along its rows.
import { expect, test } from "vitest";
import { sampleTask } from "../store/samples.ts";
import { treeOf } from "../store/tree.ts";
import { indexOfTask, itemsOf, stepFrom, topOf } from "./items.ts";
import type { Section } from "./sections.ts";

const now = { wall: "2026-11-30T10:00", zone: "Europe/Berlin" };
const task = (id: string, parentId: string | null = null) =>
  sampleTask({ id, title: id, due: null, parentId });
const tasks = [task("trip"), task("pack", "trip"), task("read")];
const tree = treeOf(tasks, now);
const open: Section = {
  key: "someday",
  name: "No date",
  tone: "plain",
  tasks: topOf(tasks, tree),
};
const free: Section = { key: "2026-12-01", name: "", tone: "plain", tasks: [] };
const done: Section = { key: "done", name: "Done", tone: "done", tasks: [task("wash")] };

const keys = (folded: string[], hasOlder = false): string[] =>
  itemsOf([free, open, done], { tree, folded: new Set(folded), hasOlder }).map(({ key }) => key);

test("each section has a heading, its rows with their parts, and what it offers", () => {
  expect(keys(["done"])).toEqual([
    "head 2026-12-01",
    "free 2026-12-01",
    "head someday",
    "someday trip",
    "someday pack",
    "someday read",
    "head done",
  ]);
  expect(keys([], true).slice(-3)).toEqual(["head done", "done wash", "older"]);
});

test("a done section without tasks shows only when older ones can be fetched", () => {
  const empty = { ...done, tasks: [] };
  const lines = (hasOlder: boolean) =>
    itemsOf([empty], { tree, folded: new Set(), hasOlder }).map(({ is }) => is);
  expect([lines(false), lines(true)]).toEqual([[], ["head", "older"]]);
});

test("a part without its task in the list stands by itself", () => {
  expect(topOf([tasks[1] ?? task("pack", "trip")], tree).map(({ id }) => id)).toEqual(["pack"]);
});

test("steps go from row to row over headings, and end at the ends", () => {
  const items = itemsOf([free, open, done], { tree, folded: new Set(), hasOlder: false });
  const at = (from: number | null, step: 1 | -1): string | null => {
    const next = stepFrom(items, from ?? -1, step);
    const item = next === null ? undefined : items[next];
    return item?.is === "row" ? item.task.id : null;
  };
  expect(at(null, 1)).toBe("trip");
  expect(at(null, -1)).toBe("wash");
  expect(at(indexOfTask(items, "read"), 1)).toBe("wash");
  expect(at(indexOfTask(items, "trip"), -1)).toBeNull();
  expect(at(indexOfTask(items, "wash"), 1)).toBeNull();
  expect(indexOfTask(items, "gone")).toBe(-1);
});

test("a heading offers to add a task, and the list another heading before what is done", () => {
  const kitchen = {
    ...free,
    key: "/kitchen",
    name: "Kitchen",
    heading: { id: "s1", name: "Kitchen" },
  };
  const options = { tree, folded: new Set(["done"]), hasOlder: false, addsSections: true };
  const lines = (sections: Section[]) => itemsOf(sections, options).map(({ key }) => key);
  expect(lines([kitchen, done])).toEqual([
    "head /kitchen",
    "add /kitchen",
    "add section",
    "head done",
  ]);
  expect(lines([done])).toEqual(["add section", "head done"]);
});
