// `npm test`: everything that runs without Docker, on a machine that has nothing yet. First the engines are there, then two
// runs of vitest: what needs no stack, and what needs the whole one. Arguments go to vitest: `npm test -- domain/task`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFlags } from "../platform/flags.ts";
import { getDapr } from "../platform/get/dapr.ts";
import { getJava } from "../platform/get/java.ts";
import { getKafka } from "../platform/get/kafka.ts";
import { complain, say } from "../platform/print.ts";
import { readJson } from "../platform/state/json-file.ts";
import { findChromium, noChromium } from "./chromium.ts";
import { findOracle } from "./oracle/dateutil.ts";
import { type Tally, sum, tallyOf } from "./tally.ts";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const args = process.argv.slice(2);
const projects = (names: string[]): string[] => names.flatMap((name) => ["--project", name]);
const runs = args.includes("--project")
  ? [[]]
  : [projects(["unit", "oracle", "pg", "dapr"]), projects(["flow", "browser"])];

/** Downloads or builds what is missing, so that no test's own deadline has to bear it. */
const getEngines = async (): Promise<void> => {
  const flags = parseFlags([], process.env);
  if (flags === "help") return;
  const get = { cacheDir: flags.cacheDir, env: process.env, progress: say };
  await Promise.all([getDapr(get), getKafka(get), getJava(get)]);
};

/** So many skipped tests are named one by one. */
const mostNamed = 100;

let interrupted = false;

const vitest = async (selection: string[]): Promise<Tally> => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-report-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const tool = join(root, "node_modules", "vitest", "vitest.mjs");
  const command = [tool, "run", "--passWithNoTests", ...reporters, ...selection, ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: "inherit" });
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
  return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
};

process.channel?.unref();
try {
  if (findChromium() === null) say(noChromium);
  await getEngines();
  const oracle = await findOracle();
  if (typeof oracle === "string") say(`${oracle}; the tests beside it are skipped`);
  const tallies: Tally[] = [];
  for (const selection of runs) if (!interrupted) tallies.push(await vitest(selection));
  const { passed, failed, skipped } = sum(tallies);
  // A run of chosen tests skips nearly all.
  if (skipped.length <= mostNamed) for (const name of skipped) say(`skipped: ${name}`);
  say(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || interrupted ? 1 : 0;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
