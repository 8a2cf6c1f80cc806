import { describe, expect, test } from "vitest";
import { expand } from "../recurrence.ts";
import { howOften, toInstant, toLocal } from "../time.ts";
import { calmUntil, offsetAt } from "./zoned.ts";

// prettier-ignore
const since2026: [zone: string, local: string, instant: string][] = [
  ["America/Vancouver", "2026-11-30T09:00", "2026-11-30T16:00:00.000Z"],
  ["Canada/Pacific", "2026-11-30T09:00", "2026-11-30T16:00:00.000Z"],
  ["America/Edmonton", "2026-11-30T09:00", "2026-11-30T15:00:00.000Z"],
  ["America/Yellowknife", "2027-01-15T09:00", "2027-01-15T15:00:00.000Z"],
  ["America/Inuvik", "2026-11-30T09:00", "2026-11-30T15:00:00.000Z"],
  ["America/Winnipeg", "2026-11-30T09:00", "2026-11-30T14:00:00.000Z"],
  ["america/winnipeg", "2026-11-30T09:00", "2026-11-30T14:00:00.000Z"],
  ["America/Rainy_River", "2026-11-30T09:00", "2026-11-30T14:00:00.000Z"],
  ["Africa/Casablanca", "2026-11-30T09:00", "2026-11-30T09:00:00.000Z"],
  ["Africa/El_Aaiun", "2026-11-30T09:00", "2026-11-30T09:00:00.000Z"],
  ["America/Havana", "2026-11-30T09:00", "2026-11-30T13:00:00.000Z"],
  ["America/Havana", "2027-11-30T09:00", "2027-11-30T14:00:00.000Z"],
  ["Europe/Chisinau", "2026-03-29T02:30", "2026-03-29T00:30:00.000Z"],
  ["Europe/Chisinau", "2026-03-29T03:30", "2026-03-29T01:30:00.000Z"],
];

describe("the clock changes of 2026", () => {
  test.each(since2026)("%s at %s is %s", (zone, local, instant) => {
    expect(toInstant(local, zone)).toBe(instant);
  });

  test.each([
    ["America/Vancouver", "2026-10-15T09:00", "2026-10-15T16:00:00.000Z"],
    ["America/Vancouver", "2026-02-15T09:00", "2026-02-15T17:00:00.000Z"],
    ["Africa/Casablanca", "2026-09-10T09:00", "2026-09-10T08:00:00.000Z"],
  ])("%s at %s, before its change, is as ever", (zone, local, instant) => {
    expect(toInstant(local, zone)).toBe(instant);
    expect(toLocal(instant, zone)).toBe(local);
  });

  test("Moldova's skipped hour moves by the gap, and the one that comes twice means the first", () => {
    expect(howOften("2026-03-29T03:30", "Europe/Chisinau")).toBe("skipped");
    expect(toLocal(toInstant("2026-03-29T03:30", "Europe/Chisinau"), "Europe/Chisinau")).toBe(
      "2026-03-29T04:30",
    );
    expect(howOften("2026-10-25T03:30", "Europe/Chisinau")).toBe("twice");
    expect(toInstant("2026-10-25T03:30", "Europe/Chisinau")).toBe("2026-10-25T00:30:00.000Z");
  });

  test("Morocco's last change shows an hour twice, Cuba's winter without a change none", () => {
    expect(howOften("2026-09-20T01:30", "Africa/Casablanca")).toBe("twice");
    expect(howOften("2026-11-01T00:30", "America/Havana")).toBe("once");
    expect(howOften("2027-03-14T00:30", "America/Havana")).toBe("once");
  });

  test("a series keeps its clock time over the change", () => {
    const rule = { rrule: "FREQ=DAILY", start: "2026-10-31T09:00", limit: 4 };
    const hours = expand({ ...rule, zone: "America/Winnipeg" }).map(({ instant }) =>
      instant.slice(11, 16),
    );
    expect(hours).toEqual(["14:00", "14:00", "14:00", "14:00"]);
  });

  test("a fast search for slots stops where a correction begins", () => {
    const before = Date.parse("2026-10-20T00:00:00Z");
    expect(calmUntil(before, "America/Winnipeg")).toBe(Date.parse("2026-11-01T07:00:00Z"));
    const cuba = Date.parse("2026-12-01T00:00:00Z");
    expect(calmUntil(cuba, "Cuba")).toBeLessThanOrEqual(Date.parse("2027-03-14T05:00:00Z"));
    expect(offsetAt(cuba, "Cuba")).toBe(-4 * 3_600_000);
  });
});
