// A zone's clock as a table says what domain/time.ts says. Needs nothing.
import { expect, test } from "vitest";
import { toLocal } from "../time.ts";
import { zoneClock } from "./clock-table.ts";

const years = { from: 2025, to: 2031 };

test("Berlin's clock changes twice a year, on the minute", () => {
  const { offsets } = zoneClock("Europe/Berlin", years);
  expect(offsets.slice(0, 3)).toEqual([
    { since: "2025-01-01T00:00:00.000Z", minutes: 60 },
    { since: "2025-03-30T01:00:00.000Z", minutes: 120 },
    { since: "2025-10-26T01:00:00.000Z", minutes: 60 },
  ]);
  expect(offsets).toHaveLength(13);
});

test.each([
  "UTC",
  "Europe/Dublin",
  "America/St_Johns",
  "America/Vancouver",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
])("in %s it agrees with the clock on every day", (zone) => {
  const { offsets } = zoneClock(zone, years);
  for (let at = Date.UTC(2025, 0); at < Date.UTC(2031, 0); at += 86_400_000 / 2) {
    const instant = new Date(at).toISOString();
    const minutes = offsets.findLast(({ since }) => since <= instant)?.minutes ?? Number.NaN;
    const local = new Date(at + minutes * 60_000).toISOString().slice(0, 16);
    expect(`${instant} ${local}`).toBe(`${instant} ${toLocal(instant, zone)}`);
  }
});
