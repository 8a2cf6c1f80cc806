// Hours by the server's clock, whatever the browser's own data says. Needs nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toInstant, toLocal } from "../../domain/time.ts";
import { zoneClock } from "../../domain/zones/clock-table.ts";
import { localDue } from "./due.ts";
import { clockCount, learnClock, onClock } from "./server-clock.ts";
import { instantOf, wallClock } from "./zone.ts";

const zones = ["America/Vancouver", "Africa/Casablanca", "Europe/Dublin", "Australia/Lord_Howe"];

test("a clock that the server has told counts, not the browser's own", () => {
  let heard = 0;
  const stop = onClock(() => (heard += 1));
  const before = clockCount();
  learnClock({
    zone: "Atlantic/Reykjavik",
    until: "2030-01-01T00:00:00.000Z",
    offsets: [
      { since: "2025-01-01T00:00:00.000Z", minutes: 0 },
      { since: "2026-06-01T00:00:00.000Z", minutes: 180 },
    ],
  });
  stop();
  expect([heard, clockCount()]).toEqual([1, before + 1]);
  const noon = new Date("2026-12-01T12:00:00Z");
  expect(wallClock(noon, "Atlantic/Reykjavik")).toBe("2026-12-01T15:00");
  expect(instantOf("2026-12-01T15:00:30", "Atlantic/Reykjavik").toISOString()).toBe(
    "2026-12-01T12:00:30.000Z",
  );
  const due = { kind: "fixed", at: "2026-12-01T15:00", zone: "Atlantic/Reykjavik" } as const;
  expect(localDue(due, "UTC")).toEqual({ day: "2026-12-01", time: "12:00" });
  // Where the table says nothing the browser has to do.
  expect(wallClock(new Date("2031-01-01T12:00:00Z"), "Atlantic/Reykjavik")).toBe(
    "2031-01-01T12:00",
  );
});

test("any wall clock is the server's instant, and any instant its wall clock, over gaps and repeated hours", () => {
  for (const zone of zones) learnClock(zoneClock(zone, { from: 2025, to: 2030 }));
  const minutes = fc.integer({
    min: Date.UTC(2025, 0, 3) / 60_000,
    max: Date.UTC(2029, 11, 29) / 60_000,
  });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const at = new Date(minute * 60_000);
      expect(wallClock(at, zone)).toBe(toLocal(at.toISOString(), zone));
      const wall = at.toISOString().slice(0, 16);
      expect(instantOf(wall, zone).toISOString()).toBe(toInstant(wall, zone));
    }),
    { numRuns: 500 },
  );
});
