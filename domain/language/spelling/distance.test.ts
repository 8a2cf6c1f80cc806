// How far two words are apart. Needs nothing.
import { expect, test } from "vitest";
import { editDistance } from "./distance.ts";

test("swapping two neighbours is one step", () => {
  expect(editDistance("reprot", "report", 2)).toBe(1);
  expect(editDistance("abcdef", "abc", 2)).toBe(3);
});
