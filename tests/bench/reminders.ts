// `npm run bench:reminders`: how late reminders are fired and shown, beside bare Dapr Jobs in the same run. Starts a stack of
// its own (or uses the one of --data-dir) and writes docs/bench/reminders.md. Figures are never typed by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { attachStack, type Stack } from "../running-stack.ts";
import { startStack, tireless } from "../stack.ts";
import { type Bare, measureBareJobs } from "./bare-jobs.ts";
import { withCpu } from "./cpu.ts";
import { machine } from "./machine.ts";
import { cpuTable, inMs, line, percentile } from "./table.ts";
import { audience, measureTold, type Told } from "./told.ts";

const help = `Measures reminders on a whole stack and writes docs/bench/reminders.md.

Usage: npm run bench:reminders -- [flags]

  --data-dir <dir>  use the stack that runs with this data directory (default: start one for this)
  --only <a|b|c>    only one of the scenarios; prints only
  --print           print only; leave docs/bench/reminders.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const spread = (count: number, everyMs: number): number[] =>
  Array.from({ length: count }, (_, n) => n * everyMs);

const scenarios = {
  a: { name: "(a) 1 a second for 2 minutes", dues: spread(120, 1_000) },
  b: { name: "(b) 100 a second for 30 s", dues: spread(3_000, 10) },
  c: { name: "(c) 5,000 at one instant", dues: spread(5_000, 0) },
};

const spreadOf = (times: number[]): string[] => {
  const sorted = times.toSorted((a, b) => a - b);
  return [50, 95, 99, 100].map((p) => inMs(percentile(sorted, p)));
};

const head = [
  "",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "max ms",
  "count",
  "missing",
  "duplicates",
  "early",
  "drained in s",
];

const rowsOf = (told: Told): string[] =>
  [["due → fired", told.fired] as const, ["due → shown on a socket", told.shown] as const].map(
    ([what, times]) =>
      line([
        `${told.name}: ${what}`,
        ...spreadOf(times),
        String(times.length),
        ...[told.missing, told.duplicates, told.early].map(String),
        (told.drainMs / 1_000).toFixed(1),
      ]),
  );

const bareRow = (bare: Bare): string =>
  line([
    `floor ${bare.name}: due → handler`,
    ...spreadOf(bare.fired),
    String(bare.fired.length),
    String(bare.missing),
    "",
    String(bare.fired.filter((ms) => ms < 0).length),
    (bare.drainMs / 1_000).toFixed(1),
  ]);

const tableOf = (told: Told[], bare: Bare[]): string =>
  [
    line(head),
    line(["---", ...Array<string>(9).fill("---:")]),
    ...told.flatMap(rowsOf),
    ...bare.map(bareRow),
  ].join("\n");

const report = (on: string, figures: string, cpu: string): string =>
  `# Benchmark: reminders

Printed by \`npm run bench:reminders\`, which ran the load, all parts of the stack and the devices on this one machine.

${on}

Expected: (a) shown p99 ≤ 100 ms; (b) p99 ≤ 500 ms; (c) all shown exactly once, drained in ≤ 15 s; never early. Each reminder is of a
task of its own; 20 people with one device each. *Fired* is the actor's decision, *shown* the frame on the socket. The floor is
a Job whose handler does nothing, with its own scheduler and sidecar, before the stack ran.

${figures}

Processor time of each part in (c), from the making of the tasks to the last frame:

${cpu}
`;

const measure = async (stack: Stack, only: string | undefined): Promise<string> => {
  const on = machine();
  say(on);
  const asked = Object.entries(scenarios).filter(([key]) => only === undefined || key === only);
  const bare = await measureBareJobs(asked.map(([, scenario]) => scenario));
  const present = await audience(stack);
  const told: Told[] = [];
  let cpu = "";
  for (const [, scenario] of asked) {
    const measured = await withCpu(
      stack,
      () => measureTold(stack, present, scenario),
      ({ wanted }) => wanted,
    );
    told.push(measured.done);
    cpu = cpuTable(measured.cpu, "a reminder");
    say(tableOf([measured.done], []));
  }
  await Promise.all(present.devices.map((device) => device.leave()));
  const figures = tableOf(told, bare);
  say(`${figures}\n\n${cpu}`);
  return report(on, figures, cpu);
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      "data-dir": { type: "string" },
      only: { type: "string" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const own = values["data-dir"] === undefined;
  const stack = own ? await startStack({ env: tireless }) : attachStack(values["data-dir"] ?? "");
  try {
    const text = await measure(stack, values.only);
    if (values.print || values.only) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("reminders.md", folder), text);
    say("written to docs/bench/reminders.md");
  } finally {
    if (own) await stack.stop();
  }
};

await main();
