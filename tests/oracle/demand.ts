// What becomes of a test whose second source is not on this machine. Called by *.oracle.test.ts.
import type { TestContext } from "vitest";

/**
 * The source, or a sentence why it is missing: then the test is skipped, and fails where tests decide whether a change lands
 * (`CI=true`), for a skip is read by nobody there.
 */
export const demand = <Source>(found: Source | string, context: TestContext): Source => {
  if (typeof found !== "string") return found;
  if (process.env["CI"] === "true") throw new Error(found);
  return context.skip(found);
};
