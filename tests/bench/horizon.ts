// `npm run bench:horizon`: what many reminders of the next two years cost, with Jobs only for those within the horizon, and beside it
// with a Job for each. Starts stacks of its own and writes docs/bench/horizon.md. Figures are never typed by hand.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Asked, type Found, measureHorizon } from "./horizon-run.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";
import type { Told } from "./told.ts";

const help = `Measures many reminders spread over two years and writes docs/bench/horizon.md.

Usage: npm run bench:horizon -- [flags]

  --tasks <n>            how many tasks, each with one reminder (default 200000)
  --horizon-minutes <n>  how far ahead a reminder has a Job (default 1440, a day)
  --sample <n>           how many more are due meanwhile, about two a second (default 240)
  --peer <n>             beside it so many tasks that all have a Job at once, as without a horizon (default 20000; 0: none)
  --print                print only; leave docs/bench/horizon.md as it is`;

const tenYearsInMinutes = 10 * 366 * 24 * 60;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const at = (times: number[], p: number): string =>
  inMs(
    percentile(
      times.toSorted((a, b) => a - b),
      p,
    ),
  );

const faults = ({ missing, duplicates, early }: Told): string =>
  `${missing} / ${duplicates} / ${early}`;

const horizonOf = (minutes: number): string =>
  minutes === tenYearsInMinutes ? "none" : `${(minutes / 60).toFixed(1)} h`;

const rows: [string, (found: Found) => string][] = [
  ["tasks with a reminder in the next two years", ({ tasks }) => String(tasks)],
  ["horizon", ({ horizonMinutes }) => horizonOf(horizonMinutes)],
  ["reminders that have a Job", ({ armed }) => String(armed)],
  ["memory of the scheduler before, MB", ({ schedulerMb }) => inMs(schedulerMb.empty)],
  ["memory of the scheduler with them, MB", ({ schedulerMb }) => inMs(schedulerMb.armed)],
  ["memory of the scheduler after a restart, MB", ({ schedulerMb }) => inMs(schedulerMb.restarted)],
  ["memory of all parts before, MB", ({ allMb }) => inMs(allMb.empty)],
  ["memory of all parts with them, MB", ({ allMb }) => inMs(allMb.armed)],
  ["memory of all parts after a restart, MB", ({ allMb }) => inMs(allMb.restarted)],
  ["the round that makes all their Jobs: tasks asked", ({ round }) => String(round.tasks)],
  ["the round that makes all their Jobs, s", ({ round }) => (round.ms / 1_000).toFixed(2)],
  ["a round with nothing to do, ms", ({ idleRoundMs }) => inMs(idleRoundMs)],
  ["due → shown on a socket: count", ({ told }) => String(told.shown.length)],
  ["due → shown on a socket: p50 ms", ({ told }) => at(told.shown, 50)],
  ["due → shown on a socket: p99 ms", ({ told }) => at(told.shown, 99)],
  ["due → shown on a socket: max ms", ({ told }) => at(told.shown, 100)],
  ["missing / twice / early", ({ told }) => faults(told)],
  ["the scheduler stops in order and starts: the latest reminder, ms late", (one) => latest(one)],
  ["missing / twice / early meanwhile", ({ restart }) => faults(restart)],
  ["the whole stack stops, s", ({ stopMs }) => (stopMs / 1_000).toFixed(1)],
  ["the whole stack starts, s", ({ startMs }) => (startMs / 1_000).toFixed(1)],
];

const latest = ({ restart }: Found): string => at(restart.shown, 100);

const tableOf = (all: Found[]): string =>
  [
    line(["", ...all.map((_, n) => (n === 0 ? "within the horizon" : "all at once"))]),
    line(["---", ...all.map(() => "---:")]),
    ...rows.map(([name, of]) => line([name, ...all.map(of)])),
  ].join("\n");

const report = (on: string, figures: string): string => `# Benchmark: the horizon

Printed by \`npm run bench:horizon\`, which ran all parts of the stack and the devices on this one machine. The tasks are 20 people's,
their reminders spread evenly over two years. One of each person was made by REST; PostgreSQL made the others out of it (the actors' state, the rows of
the lists, the entries of the log), and one of them is read and changed before anything is measured. While they are made the consumers are away, so
the armer's first round has all of it to do. The sample is due in the two minutes after that.

${on}

${figures}
`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      tasks: { type: "string", default: "200000" },
      "horizon-minutes": { type: "string", default: "1440" },
      sample: { type: "string", default: "240" },
      peer: { type: "string", default: "20000" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const [sample, peer] = [Number(values.sample), Number(values.peer)];
  const horizonMinutes = Number(values["horizon-minutes"]);
  const runs: Asked[] = [{ tasks: Number(values.tasks), sample, horizonMinutes }];
  if (peer > 0) runs.push({ tasks: peer, sample, horizonMinutes: tenYearsInMinutes });
  const on = machine();
  say(on);
  const all: Found[] = [];
  for (const run of runs) all.push(await measureHorizon(run, say));
  const figures = tableOf(all);
  say(figures);
  if (values.print) return;
  writeFileSync(new URL("../../docs/bench/horizon.md", import.meta.url), report(on, figures));
  say("written to docs/bench/horizon.md");
};

await main();
