// Addresses: what each means, that they lead back to themselves, and the old ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyOf,
  type Place,
  pathOf,
  pathOver,
  placeAt,
  placeOfLine,
  readAddress,
  renewed,
} from "./place.ts";

const read = (address: string) => {
  const [path = "", search = ""] = address.split("?");
  return readAddress(path, search);
};

describe("an address", () => {
  test.each([
    ["/", { place: { is: "all" } }],
    ["/all", { place: { is: "all" } }],
    ["/inbox", { place: { is: "inbox" } }],
    ["/today/", { place: { is: "today" } }],
    ["/project/Home%20Repairs", { place: { is: "project", name: "Home Repairs" } }],
    ["/project/100%", { place: { is: "project", name: "100%" } }],
    ["/tag/errand", { place: { is: "tag", name: "errand" } }],
    ["/filter/f1", { place: { is: "saved", id: "f1" } }],
    ["/filter", { place: { is: "filter", line: "" } }],
    ["/filter?q=overdue%20%26%20p1", { place: { is: "filter", line: "overdue & p1" } }],
    ["/?q=today", { place: { is: "filter", line: "today" } }],
    ["/task/t1", { over: { is: "task", id: "t1" } }],
    ["/settings", { over: { is: "settings" } }],
    ["/account", { over: { is: "account" } }],
    ["/project", null],
    ["/task", null],
    ["/today/tomorrow", null],
    ["/task/t1/history", null],
    ["/nowhere", null],
  ])("%s", (address, meaning) => expect(read(address)).toEqual(meaning));

  test("of any list leads back to that list, whatever its name", () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.isWellFormed());
    const places = fc.oneof(
      fc.record({ is: fc.constantFrom("all", "inbox", "today", "upcoming", "done", "trash") }),
      fc.record({ is: fc.constantFrom("project", "tag"), name }),
      fc.record({ is: fc.constant("saved"), id: name }),
      fc.record({ is: fc.constant("filter"), line: name }),
    ) as fc.Arbitrary<Place>;
    fc.assert(
      fc.property(places, (place) => {
        expect(placeAt(pathOf(place))).toEqual(place);
      }),
    );
  });

  test("that is kept to come back to is a list, or the first one", () => {
    expect(placeAt("/task/t1")).toEqual({ is: "all" });
    expect(placeAt(null)).toEqual({ is: "all" });
  });
});

test("an old link to a task leads to the task", () => {
  expect(renewed("/", "task=t%201")).toBe(pathOver({ is: "task", id: "t 1" }));
  expect(renewed("/", "?q=today")).toBeNull();
  expect(renewed("/today", "task=t1")).toBeNull();
});

test("two spellings of a project are one list", () => {
  expect(keyOf({ is: "project", name: "Home" })).toBe(keyOf({ is: "project", name: "home" }));
});

describe("the line for a new task", () => {
  const today: Place = { is: "today" };
  const task = { is: "task", id: "t1" } as const;

  test("is where one is, beside an open task too", () => {
    expect(placeOfLine(today, null, false)).toBeNull();
    expect(placeOfLine(today, task, false)).toBeNull();
    expect(placeOfLine(today, null, true)).toBeNull();
  });

  test("stands on a phone behind an open task: that is closed", () => {
    expect(placeOfLine(today, task, true)).toEqual(today);
  });

  test.each(["done", "trash"] as const)("is not in the list %s: one goes to all tasks", (is) => {
    expect(placeOfLine({ is }, null, false)).toEqual({ is: "all" });
    expect(placeOfLine({ is }, task, true)).toEqual({ is: "all" });
  });
});
