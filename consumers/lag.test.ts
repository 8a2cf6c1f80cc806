import { expect, test } from "vitest";
import { lagOf } from "./lag.ts";

const bounds = (low: bigint, high: bigint, partition = 0) => ({ partition, low, high });

test.each([
  ["what is behind the committed place waits", [bounds(0n, 10n)], [[0, 4n]], 6],
  [
    "all partitions count",
    [bounds(0n, 10n), bounds(0n, 5n, 1)],
    [
      [0, 10n],
      [1, 2n],
    ],
    3,
  ],
  ["where nothing was committed all that is there waits", [bounds(3n, 10n)], [], 7],
  ["what has expired waits no more", [bounds(8n, 10n)], [[0, 2n]], 2],
  [
    "a place behind the end, of a topic that was made anew, is no lag below zero",
    [bounds(0n, 1n)],
    [[0, 9n]],
    0,
  ],
] as const)("%s", (_, all, committed, lag) => {
  expect(lagOf(all, new Map(committed as readonly [number, bigint][]))).toBe(lag);
});
