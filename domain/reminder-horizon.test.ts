// Which reminders have a Job, and what an operator may say about it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firedReminder } from "../tests/reminder-examples.ts";
import { HorizonMinutes, horizonAt, waitsUntil } from "./reminder-horizon.ts";

const now = new Date("2026-12-01T08:00:00.000Z");
const dayMs = 86_400_000;
const due = (inMs: number, state: "scheduled" | "snoozed" | "cancelled" = "scheduled") =>
  firedReminder({
    status: { state, scheduledFor: new Date(now.getTime() + inMs).toISOString() },
  }).data.status;

test("what waits until the horizon or is late has a Job, what is due later has none", () => {
  const horizon = horizonAt(now, dayMs);
  expect(waitsUntil(due(dayMs), horizon)).toBe(true);
  expect(waitsUntil(due(dayMs, "snoozed"), horizon)).toBe(true);
  expect(waitsUntil(due(-5_000), horizon)).toBe(true);
  expect(waitsUntil(due(dayMs + 1), horizon)).toBe(false);
  expect(waitsUntil(due(60_000, "cancelled"), horizon)).toBe(false);
});

test("what has a Job at one moment has one at every later one, so nothing falls between actor and armer", () => {
  const ms = fc.integer({ min: 0, max: 100 * dayMs });
  fc.assert(
    fc.property(ms, ms, ms, (inMs, horizonMs, laterMs) => {
      const later = horizonAt(now, laterMs);
      if (!waitsUntil(due(inMs), horizonAt(now, horizonMs))) return;
      expect(waitsUntil(due(inMs), horizonAt(later, horizonMs))).toBe(true);
    }),
  );
});

test("the horizon is a day unless it is said otherwise, and what cannot be is refused by what would be right", () => {
  expect([undefined, "", "90"].map((value) => HorizonMinutes.parse(value))).toEqual([
    1_440, 1_440, 90,
  ]);
  const said = (value: string) => HorizonMinutes.safeParse(value).error?.issues[0]?.message;
  expect(said("9")).toBe("must be at least 10 minutes");
  expect(said("a day")).toBe("must be a number of minutes");
  expect(said("99999999")).toBe("must be at most ten years, in minutes");
});
