import { expect, test } from "vitest";
import { failuresAfter, restartDelayMs, stableMs } from "./backoff.ts";

test("the first restart comes within 300 ms, the next ones double up to 10 s", () => {
  expect(restartDelayMs(1)).toBeLessThanOrEqual(300);
  expect([2, 3, 4, 5].map(restartDelayMs)).toEqual([400, 800, 1600, 3200]);
  expect([7, 8, 100].map(restartDelayMs)).toEqual([10_000, 10_000, 10_000]);
});

test("deaths in a row count up; a part that ran long enough begins anew", () => {
  expect(failuresAfter(3, 100)).toBe(4);
  expect(failuresAfter(3, stableMs)).toBe(1);
});
