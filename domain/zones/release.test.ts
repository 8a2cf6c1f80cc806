import { expect, test } from "vitest";
import { corrections } from "./corrections.ts";
import { newest, oldestCorrected, zoneData, zoneDataProblem } from "./release.ts";

const soon = new Date(Date.parse(newest.knownOn) + 30 * 86_400_000);

test("a runtime behind the newest release is corrected to it", () => {
  expect(zoneData("2026e")).toEqual({ runtime: "2026e", release: newest.release });
  expect(zoneDataProblem("2026e", soon)).toBeNull();
});

test("a runtime older than the corrections go back is said to be wrong", () => {
  expect(zoneData("2024b")).toEqual({ runtime: "2024b", release: "2024b" });
  expect(zoneDataProblem("2024b", soon)).toMatch(/2024b.* older than 2026f/);
});

test("a runtime that does not say its release is said to be wrong", () => {
  expect(zoneDataProblem("unknown", soon)).toMatch(/unknown.* older than/);
});

test("a runtime newer than we know is taken as it is, however old our own knowledge", () => {
  const later = new Date("2028-01-01T00:00:00Z");
  expect(zoneData("2027c")).toEqual({ runtime: "2027c", release: "2027c" });
  expect(zoneDataProblem("2027c", later)).toBeNull();
});

test("what we know of time zones is said to be old after a year", () => {
  const later = new Date(Date.parse(newest.knownOn) + 367 * 86_400_000);
  expect(zoneDataProblem("2026e", later)).toMatch(/more than a year old/);
});

test("every correction is newer than what it corrects, and none is newer than the newest release", () => {
  for (const { release } of corrections) {
    expect(release > oldestCorrected && release <= newest.release).toBe(true);
  }
});
