// The stopwatch of the chaos run. Needs nothing: the clock is made of paper.
import { expect, test } from "vitest";
import { createWatch } from "./watch.ts";

const watched = (steps: [at: number, does: "live" | "lost" | "cut" | "back"][], end: number) => {
  let now = 0;
  const watch = createWatch(() => now);
  for (const [at, does] of steps) {
    now = at;
    if (does === "live" || does === "lost") watch.live(does === "live");
    else watch.line(does === "cut");
  }
  now = end;
  return watch.figures();
};

test("a device that is back within five seconds has lost no time that counts", () => {
  expect(
    watched(
      [
        [1_000, "live"],
        [10_000, "lost"],
        [14_000, "live"],
      ],
      20_000,
    ),
  ).toEqual({
    allMs: 20_000,
    lostMs: 5_000,
    lateMs: 0,
  });
});

test("what is longer counts, up to now", () => {
  expect(
    watched(
      [
        [0, "live"],
        [10_000, "lost"],
      ],
      17_000,
    ).lateMs,
  ).toBe(2_000);
  expect(
    watched(
      [
        [0, "live"],
        [10_000, "lost"],
        [17_000, "live"],
      ],
      30_000,
    ).lateMs,
  ).toBe(2_000);
});

test("while its line is cut nothing counts; it has its five seconds from when that is back", () => {
  const steps: [number, "live" | "lost" | "cut" | "back"][] = [
    [0, "live"],
    [10_000, "cut"],
    [10_000, "lost"],
    [20_000, "back"],
  ];
  expect(watched([...steps, [24_000, "live"]], 30_000).lateMs).toBe(0);
  expect(watched([...steps, [26_000, "live"]], 30_000).lateMs).toBe(1_000);
});
