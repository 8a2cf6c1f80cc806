// `npm run check`: format, lint, types and unit tests, each a line with its time. Called by people and by .ci/run.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { zoneData, zoneDataProblem } from "../domain/zones/release.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

type Step = { name: string; tool: string; args: string[] };
const steps: Step[] = [
  { name: "format", tool: "oxfmt/bin/oxfmt", args: ["--check", "."] },
  { name: "lint", tool: "oxlint/bin/oxlint", args: ["--type-aware", "--deny-warnings", "."] },
  { name: "types", tool: "typescript/bin/tsc", args: ["--noEmit", "-p", "."] },
  { name: "unit tests", tool: "vitest/vitest.mjs", args: ["run", "--project", "unit"] },
];

/** Runs one tool with this Node and collects what it prints. */
const run = (step: Step): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}node_modules/${step.tool}`, ...step.args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });

/** The data by which every instant is computed; old ones are wrong in silence, so they fail like a test. */
const checkZoneData = (): boolean => {
  const runtime = process.versions.tz ?? "unknown";
  const problem = zoneDataProblem(runtime, new Date());
  const { release } = zoneData(runtime);
  const said = problem ?? `${release} (Node's own: ${runtime})`;
  process.stdout.write(`${problem === null ? "ok    " : "FAILED"} time zones   ${said}\n`);
  return problem === null;
};

let failed = checkZoneData() ? 0 : 1;
for (const step of steps) {
  const startedAt = performance.now();
  // One at a time: each of them uses all cores.
  const { ok, output } = await run(step);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${step.name.padEnd(12)} ${seconds} s\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n\n`);
  failed += ok ? 0 : 1;
}
process.exitCode = failed === 0 ? 0 : 1;
