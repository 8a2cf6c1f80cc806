import { expect, test } from "vitest";
import { toInstant } from "../time.ts";
import { readWall, writeWall } from "./calendar.ts";
import { zoneClock } from "./zone-clock.ts";

const ask = (zone: string, locals: string[]): (string | undefined)[] => {
  const momentOf = zoneClock(zone);
  return locals.map((local) => {
    const wall = readWall(local);
    return wall === null ? undefined : new Date(momentOf(wall).ms).toISOString();
  });
};

test("wall clocks of four years, hour by hour or week by week, are what toInstant makes of them", () => {
  const start = readWall("2026-01-01T00:30")?.minutes ?? 0;
  for (const [step, count] of [
    [60, 400],
    [1440, 500],
    [7 * 1440, 200],
    [31 * 1440, 48],
  ] as const) {
    const locals = Array.from({ length: count }, (_, n) =>
      writeWall({ minutes: start + n * step, timed: true }),
    );
    for (const zone of ["America/New_York", "Africa/Casablanca", "Australia/Lord_Howe"])
      expect(ask(zone, locals)).toEqual(locals.map((local) => toInstant(local, zone)));
  }
});

test("asked out of order, a time that comes twice still means the first", () => {
  const zone = "America/New_York";
  const locals = ["2027-11-08T09:00", "2027-11-09T09:00", "2027-11-10T09:00", "2027-11-07T01:30"];
  expect(ask(zone, locals)).toEqual(locals.map((local) => toInstant(local, zone)));
});

test("a wall clock that a change skips is said to have moved", () => {
  const momentOf = zoneClock("Europe/Berlin");
  const moved = ["2027-03-28T01:30", "2027-03-28T02:30", "2027-03-28T03:30"].map((local) => {
    const wall = readWall(local);
    return wall !== null && momentOf(wall).moved;
  });
  expect(moved).toEqual([false, true, false]);
});
