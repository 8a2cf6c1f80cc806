import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findChromium } from "./chromium.ts";
import { sum, tallyOf } from "./tally.ts";

const report = (more: object = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  testResults: [
    {
      status: "passed",
      assertionResults: [
        { status: "passed", fullName: "one" },
        { status: "skipped", fullName: "beside another" },
      ],
    },
  ],
  ...more,
});

test("a report is counted as it stands, and what was skipped has a name", () => {
  expect(tallyOf(report())).toEqual({ passed: 3, failed: 0, skipped: ["beside another"] });
});

test("a file that could not be loaded, or whose hook threw, counts as a failure", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "skipped", fullName: "never begun" }] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  expect(tallyOf(report({ testResults, numFailedTests: 1 }))).toEqual({
    passed: 3,
    failed: 3,
    skipped: ["never begun"],
  });
});

test("a run that left no report is a failure, never silence", () => {
  expect(tallyOf(null)).toEqual({ passed: 0, failed: 1, skipped: [] });
  expect(sum([tallyOf(report()), tallyOf(null)])).toEqual({
    passed: 3,
    failed: 1,
    skipped: ["beside another"],
  });
});

test("a browser is found by its given path, or on the PATH, or not at all", () => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-path-"));
  const browser = join(folder, "chromium");
  writeFileSync(browser, "");
  expect(findChromium({ PATH: folder })).not.toBe(browser); // not a program yet
  chmodSync(browser, 0o755);
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(browser);
  expect(findChromium({ CHROMIUM_PATH: browser, PATH: "" })).toBe(browser);
  expect(findChromium({ CHROMIUM_PATH: "/nowhere/chromium", PATH: folder })).toBeNull();
  rmSync(folder, { recursive: true, force: true });
});
