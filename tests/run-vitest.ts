// Runs vitest in this terminal and counts what passed. Called by `npm test` and `npm run test:containers`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readJson } from "../platform/state/json-file.ts";
import { type Tally, tallyOf } from "./tally.ts";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** What came of a run; `interrupted`: somebody ended it. */
export type VitestRun = { tally: Tally; interrupted: boolean };

/** `selection` are vitest's own arguments; `env` is set beside ours. */
export const runVitest = async (
  selection: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<VitestRun> => {
  let interrupted = false;
  const folder = mkdtempSync(join(tmpdir(), "punctual-report-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const tool = join(root, "node_modules", "vitest", "vitest.mjs");
  const command = [tool, "run", "--passWithNoTests", ...reporters, ...selection];
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const end = (signal: NodeJS.Signals = "SIGTERM"): void => {
    interrupted = true;
    // The terminal gives its Ctrl-C to vitest too; any other signal may have come to us alone.
    if (signal !== "SIGINT") child.kill("SIGTERM");
  };
  const over = (): void => end();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  process.once("disconnect", over); // bootstrap.mjs was killed
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(null));
    child.once("exit", done);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, end);
  process.off("disconnect", over);
  const tally = tallyOf(readJson(report));
  rmSync(folder, { recursive: true, force: true });
  // An error outside of tests (a teardown, an unhandled rejection) fails the run too.
  const isFailed = code !== 0 && tally.failed === 0;
  return { tally: isFailed ? { ...tally, failed: 1 } : tally, interrupted };
};
