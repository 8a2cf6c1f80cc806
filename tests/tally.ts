// How many tests passed, from vitest's JSON reports. Pure. Called by tests/main.ts.
import * as z from "zod";

const Assertion = z.object({ status: z.string(), fullName: z.string().default("") });

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(Assertion) })),
});

/** `skipped` are the names of tests that did not run: a skip that nobody reads of proves nothing. */
export type Tally = { passed: number; failed: number; skipped: string[] };

const notRun = ["skipped", "pending", "todo"];

/**
 * Counts one report. A file that failed without a failed test (it could not be loaded, or a hook threw) counts as one
 * failure; so does a run that left no report at all (null).
 */
export const tallyOf = (report: unknown): Tally => {
  const parsed = Report.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
  const { numPassedTests, numFailedTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((one) => one.status !== "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: testResults.flatMap(({ assertionResults }) =>
      assertionResults.flatMap(({ status, fullName }) =>
        notRun.includes(status) ? [fullName] : [],
      ),
    ),
  };
};

/** All reports together. */
export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});
