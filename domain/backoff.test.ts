// The pauses before the next try. Needs nothing.
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const backoff = { firstMs: 300, mostMs: 5_000 };

test("the pause doubles up to the longest, and stays there however often it fails", () => {
  const pauses = [1, 2, 3, 4, 5, 6, 5_000].map((failures) => backoffMs(failures, backoff));
  expect(pauses).toEqual([300, 600, 1_200, 2_400, 4_800, 5_000, 5_000]);
});

test("chance takes off up to a half of it, never more", () => {
  expect(backoffMs(3, backoff, 0)).toBe(600);
  expect(backoffMs(3, backoff, 0.5)).toBe(900);
  expect(backoffMs(5_000, backoff, 0)).toBe(2_500);
});
