// A burst of frames is delivered a few times, the first at once, in order.
import { expect, test } from "vitest";
import { createBatches } from "./batches.ts";

/** A clock that stands still until it is told. `costMs` is what a delivery takes. */
const setUp = (costMs = 0) => {
  const delivered: number[][] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const batches = createBatches<number>(
    (all) => {
      delivered.push(all);
      now += costMs;
    },
    {
      now: () => now,
      setTimer: (run, ms) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    },
  );
  const pass = (ms: number): void => {
    const until = now + ms;
    for (let due = timers[0]; due && due.at <= until; due = timers[0]) {
      timers.shift();
      now = due.at;
      due.run();
    }
    now = until;
  };
  return { delivered, pass, ...batches };
};

test("the first is delivered at once, a thousand after it together", () => {
  const { delivered, push, pass } = setUp();
  for (let n = 0; n <= 1_000; n += 1) push(n);
  expect(delivered).toEqual([[0]]);
  pass(20);
  expect(delivered.map(({ length }) => length)).toEqual([1, 1_000]);
  expect(delivered.flat()).toEqual(Array.from({ length: 1_001 }, (_, n) => n));
});

test("after a pause the next is delivered at once again", () => {
  const { delivered, push, pass } = setUp();
  push(1);
  pass(20);
  push(2);
  expect(delivered).toEqual([[1], [2]]);
});

test("deliveries that take long come less often", () => {
  const { delivered, push, pass } = setUp(200);
  push(1);
  push(2);
  pass(100);
  expect(delivered).toEqual([[1]]);
  pass(150);
  expect(delivered).toEqual([[1], [2]]);
});

test("what waits is delivered when it is asked for, and not again", () => {
  const { delivered, push, flush, pass } = setUp();
  push(1);
  push(2);
  flush();
  expect(delivered).toEqual([[1], [2]]);
  pass(100);
  expect(delivered).toEqual([[1], [2]]);
});
