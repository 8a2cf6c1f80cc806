// Pasted lines. Needs nothing.
import { expect, test } from "vitest";
import { linesOf } from "./pasted.ts";

const texts = (pasted: string): string[] => linesOf(pasted).map(({ text }) => text);

test("every line that says something is one, without its list mark", () => {
  const pasted =
    "- milk\r\n* eggs tomorrow\n\n3. bread\n[ ] butter\n- [x] jam\n• tea\n   \n2-3pm nap";
  expect(texts(pasted)).toEqual([
    "milk",
    "eggs tomorrow",
    "bread",
    "butter",
    "jam",
    "tea",
    "2-3pm nap",
  ]);
});

test("a ticked box is a task that is done, and a date is no number of an item", () => {
  expect(linesOf("- [x] rent\n- [ ] tax\n24. Dec buy tree")).toEqual([
    { text: "rent", under: null, isDone: true },
    { text: "tax", under: null, isDone: false },
    { text: "24. Dec buy tree", under: null, isDone: false },
  ]);
});

test("what stands further in belongs to what it stands under", () => {
  const pasted = "trip\n  tickets\n    print them\n\tpack\nlaundry\n  socks";
  expect(linesOf(pasted).map(({ under }) => under)).toEqual([null, 0, 1, 1, null, 4]);
});

test("a list that is indented as a whole has no parents", () => {
  expect(linesOf("  milk\n  eggs\nbread").map(({ under }) => under)).toEqual([null, null, null]);
});

test("a single line and no line at all are what they are", () => {
  expect(texts("milk\n")).toEqual(["milk"]);
  expect(texts(" \n - \n")).toEqual([]);
});
