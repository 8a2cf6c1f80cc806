// `npm run bench:soak`: ten minutes at 70 % of what this machine bears. Memory and handles of our processes have to stay where they are, and nothing
// may be lost. Starts a stack of its own and writes docs/bench/soak.md; exit code 1 when something grows, is lost or was started again.
import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openDatabase } from "../../database/pool.ts";
import { type App, scrape } from "../scrape.ts";
import { type Stack, startStack, tireless } from "../stack.ts";
import { type Crowd, gather, inLog, onDevices, reached, write, writing } from "./crowd.ts";
import { atOnce, type Run } from "./load.ts";
import { machine } from "./machine.ts";
import { table } from "./table.ts";
import {
  apps,
  heldOf,
  judge,
  leastSamples,
  type Sample,
  type Sampled,
  trendTable,
} from "./trend.ts";

const share = 0.7;
const sampleEveryMs = 5_000;

const help = `Writes at 70 % of the ceiling and looks whether anything grows or is lost.

Usage: npm run bench:soak -- [flags]

  --minutes <n>  how long (default 10; with less, what fills up once, as the actors in memory do, still grows)
                 less than ${Math.ceil((leastSamples * sampleEveryMs) / 60_000)} is too short to be judged
  --print        print only; leave docs/bench/soak.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Samples until `over`. What could not be read is a problem, and the next one is taken all the same. */
const sampling = async (stack: Stack, over: AbortSignal): Promise<Sampled> => {
  const sampled: Sampled = { samples: [], problems: [] };
  const read = async (app: App) => [app, heldOf(app, await scrape(stack, app))] as const;
  while (!over.aborted) {
    try {
      sampled.samples.push(Object.fromEntries(await Promise.all(apps.map(read))) as Sample);
    } catch (error) {
      sampled.problems.push(`a look at the figures failed: ${(error as Error).message}`);
    }
    await pause(sampleEveryMs, undefined, { signal: over }).catch(() => undefined);
  }
  return sampled;
};

/** How many writes a second there are with 32 under way. */
const ceilingOf = async (crowd: Crowd): Promise<{ perSecond: number; run: Run; ids: string[] }> => {
  const warm = writing(crowd);
  await atOnce(32, 600, warm.work);
  const { ids, work } = writing(crowd);
  const run = await atOnce(32, 1_500, work);
  const perSecond = (run.times.length * 1_000) / run.totalMs;
  return { perSecond, run, ids: [...warm.ids, ...ids] };
};

const measure = async (
  stack: Stack,
  minutes: number,
): Promise<{ text: string; isWell: boolean }> => {
  const on = machine();
  say(on);
  const db = openDatabase(stack.env.DATABASE_URL, { max: 2 });
  const crowd = await gather(stack);
  const ceiling = await ceilingOf(crowd);
  const rate = Math.max(1, Math.floor(share * ceiling.perSecond));
  say(`the ceiling is ${ceiling.perSecond.toFixed(0)} writes a second; ${rate} for ${minutes} min`);
  const over = new AbortController();
  const sampled = sampling(stack, over.signal);
  const soak = await write(crowd, rate, minutes * 60).finally(() => over.abort());
  const { trends, problems } = judge(await sampled);
  const ids = [...ceiling.ids, ...soak.ids];
  const [log, devices] = await Promise.all([
    reached(() => inLog(db, crowd, ids), ids.length),
    reached(() => onDevices(crowd, ids).tasks, ids.length),
  ]);
  await Promise.all(crowd.devices.map((device) => device.leave()));
  await db.end();
  const rows = table([
    { name: "ceiling: 32 at once", run: ceiling.run },
    { name: `${rate}/s for ${minutes} min`, run: soak.run },
  ]);
  const lost = { log: ids.length - log.got, devices: ids.length - devices.got };
  const isWell =
    lost.log + lost.devices + soak.run.errors + problems.length === 0 &&
    trends.every(({ grows }) => !grows);
  const text = report({
    on,
    minutes,
    rows,
    trends: trendTable(trends),
    problems,
    acknowledged: ids.length,
    lost,
  });
  say(text.slice(text.indexOf("|")));
  return { text, isWell };
};

const report = (found: {
  on: string;
  minutes: number;
  rows: string;
  trends: string;
  problems: readonly string[];
  acknowledged: number;
  lost: { log: number; devices: number };
}): string => `# Benchmark: soak

Printed by \`npm run bench:soak -- --minutes ${found.minutes}\`, which ran the load, all parts of the stack and the devices on this one machine.

${found.on}

New tasks at 70 % of what 32 at once reach, with a device for each of the people.

${found.rows}

Of ${found.acknowledged} acknowledged writes ${found.lost.log} are not in the log and ${found.lost.devices} did not reach the other device.

${found.trends}

${found.problems.length === 0 ? "No process was started again." : found.problems.map((one) => `- **${one}**`).join("\n")}
`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not "${values.minutes}"`);
  const stack = await startStack({ env: tireless });
  try {
    const { text, isWell } = await measure(stack, minutes);
    process.exitCode = isWell ? 0 : 1;
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("soak.md", folder), text);
    say("written to docs/bench/soak.md");
  } finally {
    await stack.stop();
  }
};

await main();
