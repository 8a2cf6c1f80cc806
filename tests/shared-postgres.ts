// Starts one PostgreSQL for all tests that end in .pg.test.ts, and stops it after the last. Called by vitest as their global setup.
import type { TestProject } from "vitest/node";
import { hasTests } from "./asked.ts";
import { sharedPort, startServer } from "./postgres.ts";

/** The setup; resolves with the teardown. Nothing is started when none of the files was asked for. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (!(await hasTests(project))) return undefined;
  const { port, stop } = await startServer();
  process.env[sharedPort] = String(port);
  return stop;
};
