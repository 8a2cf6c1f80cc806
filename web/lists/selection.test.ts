// Which rows are selected: one by one, in ranges, all, and what becomes of it when rows go.
import { expect, test } from "vitest";
import { everything, extended, nothing, still, toggled } from "./selection.ts";

const rows = ["a", "b", "c", "d", "e"];
const of = ({ ids }: { ids: ReadonlySet<string> }): string => [...ids].toSorted().join("");

test("a row is selected, and no more when it is chosen again", () => {
  const one = toggled(nothing, "b");
  expect(of(toggled(one, "d"))).toBe("bd");
  expect(toggled(one, "b")).toBe(nothing);
});

test("a range grows and shrinks from where it began, and keeps what was selected before", () => {
  const begun = toggled(toggled(nothing, "e"), "b");
  const grown = extended(begun, rows, "d");
  expect(of(grown)).toBe("bcde");
  expect(of(extended(grown, rows, "c"))).toBe("bce");
  expect(of(extended(grown, rows, "a"))).toBe("abe");
});

test("a range without a beginning is from a row to another, or that row alone", () => {
  expect(of(extended(nothing, rows, "c", "b"))).toBe("bc");
  expect(of(extended(nothing, rows, "c"))).toBe("c");
});

test("a range from a row that has gone is the row alone", () => {
  expect(of(extended(toggled(nothing, "gone"), rows, "c"))).toBe("cgone");
});

test("all rows are selected at once; of none nothing is", () => {
  expect(of(everything(nothing, rows))).toBe("abcde");
  expect(everything(nothing, [])).toBe(nothing);
});

test("a row that leaves the list leaves the selection", () => {
  const some = extended(toggled(nothing, "a"), rows, "c");
  expect(still(some, rows)).toBe(some);
  expect(of(still(some, ["b", "c"]))).toBe("bc");
  expect(still(some, ["b", "c"]).anchor).toBeNull();
  expect(still(some, ["e"])).toBe(nothing);
});

test("who has begun to select goes on when nothing is left", () => {
  const on = { ...nothing, isOn: true };
  expect(toggled(toggled(on, "a"), "a").isOn).toBe(true);
  expect(still(toggled(on, "a"), ["b"])).toMatchObject({ isOn: true });
});
