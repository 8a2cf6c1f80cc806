// `npm run bench:side-by-side -- <folder>`: this checkout and another one in turn, so that both meet the same machine and the
// same neighbours. Prints the ratios and writes docs/bench/side-by-side.md. Figures are never typed by hand.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Stack, startStack, tireless } from "../stack.ts";
import { residentOf, withCpu } from "./cpu.ts";
import { measureBare, measureBareCrowd } from "./floors.ts";
import { machine } from "./machine.ts";
import { audience, measureTold } from "./told.ts";
import { inMs, line, percentile, type Row } from "./table.ts";
import {
  gather,
  measureCrowd,
  measureDevices,
  measureSentences,
  measureTimed,
  measureWrites,
} from "./writes.ts";

const help = `Measures this checkout beside another one and writes docs/bench/side-by-side.md.

Usage: npm run bench:side-by-side -- <folder of the other checkout> [flags]

  --rounds <n>      how often both are measured, in turn; the median counts (default 3)
  --seconds <n>     how long 50 writes a second are kept up (default 20)
  --reminders <n>   also this many reminders due at one instant
  --tasks <n>       at last so many more tasks, 32 at once, and the memory of each part after them and a minute later
  --print           print only; leave docs/bench/side-by-side.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What one run found, by name; the name says the unit. */
type Found = Map<string, number>;

const figuresOf = ({ name, run }: Row): [string, number][] => [
  [
    `${name}: p50 ms`,
    percentile(
      run.times.toSorted((a, b) => a - b),
      50,
    ),
  ],
  ...(name.includes("32 at once")
    ? [[`${name}: a second`, (run.times.length * 1_000) / run.totalMs] as [string, number]]
    : []),
  ...(run.errors > 0 ? [[`${name}: errors`, run.errors] as [string, number]] : []),
];

type Asked = { seconds: number; reminders: number; tasks: number };

const keepMemory = (found: Found, stack: Stack, when: string): void => {
  const all = residentOf(stack);
  const sum = all.reduce((total, { mb }) => total + mb, 0);
  found.set(`memory ${when}: all, MB`, sum);
  for (const { part, mb } of all) found.set(`memory ${when}: ${part}, MB`, mb);
};

const measureMany = async (found: Found, stack: Stack, tasks: number): Promise<void> => {
  const { run } = await measureCrowd(stack.url, tasks);
  found.set(`${tasks} tasks, 32 at once: a second`, (run.times.length * 1_000) / run.totalMs);
  found.set(`${tasks} tasks, 32 at once: errors`, run.errors);
  keepMemory(found, stack, `after ${tasks} tasks`);
  await pause(60_000);
  keepMemory(found, stack, "a minute later");
};

/** What the parts that nobody of us wrote take for a write, by the same clock. */
const keepFloor = async (found: Found, stack: Stack, seconds: number): Promise<void> => {
  const crowd = await measureBareCrowd(stack);
  const { done, cpu } = await withCpu(
    stack,
    () => measureBare(stack, seconds),
    ({ run }) => run.times.length,
  );
  for (const [name, value] of [crowd, done].flatMap(figuresOf)) found.set(name, value);
  const all = cpu.reduce((sum, { ms }) => sum + ms, 0);
  found.set("floor: processor time of a bare actor write, ms", all);
};

const measure = async (root: string, { seconds, reminders, tasks }: Asked): Promise<Found> => {
  const stack = await startStack({ root, env: tireless });
  try {
    const found: Found = new Map();
    keepMemory(found, stack, "at rest");
    const keep = (rows: Row[]) => {
      for (const [name, value] of rows.flatMap(figuresOf)) found.set(name, value);
    };
    keep(await measureWrites(stack.url));
    const crowd = await gather(stack.url);
    const { done, cpu } = await withCpu(
      stack,
      () => measureDevices(crowd, seconds),
      ([first]) => first?.run.times.length ?? 1,
    );
    keep(done);
    found.set(
      "processor time a write: all, ms",
      cpu.reduce((sum, { ms }) => sum + ms, 0),
    );
    for (const { part, ms } of cpu) found.set(`processor time a write: ${part}, ms`, ms);
    await keepFloor(found, stack, seconds);
    keep(await measureTimed(stack.url));
    keep(await measureSentences(stack.url));
    keepMemory(found, stack, "after the writes");
    if (reminders > 0) {
      const dues = Array.from({ length: reminders }, () => 0);
      const told = await measureTold(stack, await audience(stack), { name: "", dues });
      const name = `${reminders} reminders at one instant`;
      found.set(`${name}: drained, s`, told.drainMs / 1_000);
      found.set(`${name}: missing or twice`, told.missing + told.duplicates);
    }
    if (tasks > 0) await measureMany(found, stack, tasks);
    return found;
  } finally {
    await stack.stop();
  }
};

const median = (values: number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    50,
  );

const tableOf = (other: Found[], own: Found[]): string => {
  const of = (runs: Found[], name: string) =>
    median(runs.flatMap((found) => found.get(name) ?? []));
  const names = [...new Set([...own, ...other].flatMap((found) => [...found.keys()]))];
  const rows = names.map((name) => {
    const [before, after] = [of(other, name), of(own, name)];
    return line([name, inMs(before), inMs(after), (after / before).toFixed(2)]);
  });
  return [
    line(["", "other", "this", "ratio"]),
    line(["---", "---:", "---:", "---:"]),
    ...rows,
  ].join("\n");
};

const commitOf = (root: string): string =>
  execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();

const report = (
  on: string,
  { root, rounds, figures }: { root: string; rounds: number; figures: string },
) =>
  `# Benchmark: side by side

Printed by \`npm run bench:side-by-side\`: commit ${commitOf(root)} (other) and this one in turn, ${rounds} times each, the median of
each figure; both run by the same Node. The load runs on the same machine. Only the ratios mean something on a busy machine, and the
processor time more than the time on the clock.

${on}

${figures}
`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "20" },
      reminders: { type: "string", default: "0" },
      tasks: { type: "string", default: "0" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [given] = positionals;
  if (values.help || given === undefined) return say(help);
  const root = resolve(given);
  const [rounds, on] = [Number(values.rounds), machine()];
  const asked = {
    seconds: Number(values.seconds),
    reminders: Number(values.reminders),
    tasks: Number(values.tasks),
  };
  const [other, own]: [Found[], Found[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    other.push(await measure(root, asked));
    own.push(await measure(resolve("."), asked));
    say(`round ${round}\n${tableOf(other, own)}`);
  }
  if (values.print) return;
  const text = report(on, { root, rounds, figures: tableOf(other, own) });
  writeFileSync(new URL("../../docs/bench/side-by-side.md", import.meta.url), text);
  say("written to docs/bench/side-by-side.md");
};

await main();
