// `npm run bench:kafka-away`: Kafka is stopped while people go on writing; how long until log and devices have all of it. Starts a
// stack of its own and writes docs/bench/kafka-away.md. Figures are never typed by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "../../database/pool.ts";
import { type Stack, startStack, tireless } from "../stack.ts";
import { residentOf } from "./cpu.ts";
import { gather, inLog, onDevices, people, reached, write } from "./crowd.ts";
import { machine } from "./machine.ts";
import { line, table } from "./table.ts";

const help = `Stops Kafka under 50 writes a second and writes docs/bench/kafka-away.md.

Usage: npm run bench:kafka-away -- [flags]

  --minutes <n>  how long Kafka is away (default 10)
  --print        print only; leave docs/bench/kafka-away.md as it is`;

const perSecond = 50;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type CaughtUp = { what: string; wanted: number; got: number; had: number; ms: number | null };

const catchUpTable = (all: readonly CaughtUp[]): string =>
  [
    line(["", "writes", "there", "s after Kafka was ready", "a second"]),
    line(["---", ...Array<string>(4).fill("---:")]),
    ...all.map(({ what, wanted, got, had, ms }) =>
      line([
        what,
        String(wanted),
        String(got),
        ms === null ? "never" : (ms / 1_000).toFixed(1),
        ms === null ? "–" : Math.round(((wanted - had) * 1_000) / Math.max(ms, 1)).toString(),
      ]),
    ),
  ].join("\n");

const memoryTable = (
  states: readonly { when: string; parts: { part: string; mb: number }[] }[],
): string => {
  const first = states[0]?.parts ?? [];
  return [
    line(["MB resident", ...states.map(({ when }) => when)]),
    line(["---", ...states.map(() => "---:")]),
    ...first.map(({ part }, n) =>
      line([part, ...states.map(({ parts }) => (parts[n]?.mb ?? 0).toFixed(0))]),
    ),
  ].join("\n");
};

const measure = async (stack: Stack, minutes: number): Promise<string> => {
  const on = machine();
  say(on);
  const db = openDatabase(stack.env.DATABASE_URL, { max: 2 });
  const crowd = await gather(stack);
  const before = await write(crowd, perSecond, 10);
  await reached(() => onDevices(crowd, before.ids).tasks, before.ids.length);
  const memory = [{ when: "before", parts: residentOf(stack) }];
  await stack.hold("kafka");
  say(`Kafka is away for ${minutes} min`);
  const meanwhile = await write(crowd, perSecond, minutes * 60);
  memory.push({ when: "at the end of the outage", parts: residentOf(stack) });
  await stack.release("kafka");
  const ids = [...before.ids, ...meanwhile.ids];
  const wanted = ids.length;
  const had = before.ids.length;
  const [log, devices] = await Promise.all([
    reached(() => inLog(db, crowd, ids), wanted),
    reached(() => onDevices(crowd, ids).tasks, wanted),
  ]);
  memory.push({ when: "caught up", parts: residentOf(stack) });
  const { twice } = onDevices(crowd, ids);
  await Promise.all(crowd.devices.map((device) => device.leave()));
  await db.end();
  const writes = table([
    { name: "write acknowledged, Kafka there", run: before.run },
    { name: "write acknowledged, Kafka away", run: meanwhile.run },
  ]);
  const caughtUp = catchUpTable([
    { what: "in the log (`audit`)", wanted, had, ...log },
    { what: "on the other device", wanted, had, ...devices },
  ]);
  say(`${writes}\n\n${caughtUp}\n\n${memoryTable(memory)}`);
  return report({ on, minutes, writes, caughtUp, twice, memory: memoryTable(memory) });
};

const report = (found: {
  on: string;
  minutes: number;
  writes: string;
  caughtUp: string;
  twice: number;
  memory: string;
}): string => `# Benchmark: Kafka away

Printed by \`npm run bench:kafka-away -- --minutes ${found.minutes}\`, which ran the load, all parts of the stack and the devices on this one machine.

${found.on}

${people} people with a device each make ${perSecond} new tasks a second, for 10 s with Kafka and then for ${found.minutes} min without. At a rate, the time counts from the
instant a request was due.

${found.writes}

## Afterwards

From the moment Kafka is ready again, with nobody writing. Frames that devices had twice: ${found.twice}.

${found.caughtUp}

${found.memory}
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
    const text = await measure(stack, minutes);
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("kafka-away.md", folder), text);
    say("written to docs/bench/kafka-away.md");
  } finally {
    await stack.stop();
  }
};

await main();
