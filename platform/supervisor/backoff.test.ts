import { expect, test } from "vitest";
import { failuresAfter, restartDelayMs, servedMs } from "./backoff.ts";

test("the first restart comes within 300 ms, the next ones double up to 10 s", () => {
  expect(restartDelayMs(1)).toBeLessThanOrEqual(300);
  expect([2, 3, 4, 5].map(restartDelayMs)).toEqual([400, 800, 1600, 3200]);
  expect([7, 8, 100].map(restartDelayMs)).toEqual([10_000, 10_000, 10_000]);
});

test("deaths in a row count up; a life that served for some seconds begins anew", () => {
  expect(failuresAfter(3, 0)).toBe(4);
  expect(failuresAfter(3, servedMs - 1)).toBe(4);
  expect(failuresAfter(3, servedMs)).toBe(1);
});

test("killed every 8 s, what takes 3 s to start is away 3 s of them and no more", () => {
  let failures = 0;
  const waits: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    failures = failuresAfter(failures, 5_000);
    waits.push(restartDelayMs(failures));
  }
  expect(new Set(waits)).toEqual(new Set([200]));
});
