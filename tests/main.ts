// `npm test`: everything that runs without Docker, on a machine that has nothing yet. First the engines are there, then two
// runs of vitest: what needs no stack, and what needs the whole one. Arguments go to vitest: `npm test -- domain/task`.
import { parseFlags } from "../platform/flags.ts";
import { getDapr } from "../platform/get/dapr.ts";
import { getJava } from "../platform/get/java.ts";
import { getKafka } from "../platform/get/kafka.ts";
import { complain, say } from "../platform/print.ts";
import { findChromium, noChromium } from "./chromium.ts";
import { findOracle } from "./oracle/dateutil.ts";
import { runVitest } from "./run-vitest.ts";
import { type Tally, sum } from "./tally.ts";

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

process.channel?.unref();
try {
  if (findChromium() === null) say(noChromium);
  await getEngines();
  const oracle = await findOracle();
  if (typeof oracle === "string") say(`${oracle}; the tests beside it are skipped`);
  const tallies: Tally[] = [];
  let interrupted = false;
  for (const selection of runs) {
    if (interrupted) break;
    const done = await runVitest([...selection, ...args]);
    tallies.push(done.tally);
    interrupted = done.interrupted;
  }
  const { passed, failed, skipped } = sum(tallies);
  // A run of chosen tests skips nearly all.
  if (skipped.length <= mostNamed) for (const name of skipped) say(`skipped: ${name}`);
  say(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || interrupted ? 1 : 0;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
