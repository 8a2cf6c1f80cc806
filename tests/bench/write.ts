// `npm run bench`: how long a write takes and when the other device has it, beside what this machine can do at best.
// Starts a stack of its own (or uses the one of --data-dir) and writes docs/bench/write.md. Figures are never typed by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "../../database/pool.ts";
import { attachStack, type Stack } from "../running-stack.ts";
import { startStack, tireless } from "../stack.ts";
import { withCpu } from "./cpu.ts";
import { measureActors, measureInserts, measureKafka } from "./floors.ts";
import { machine } from "./machine.ts";
import { measurePieces } from "./pieces.ts";
import { cpuTable, table } from "./table.ts";
import { gather, measureDevices, measureWrites } from "./writes.ts";

const help = `Measures writes on a whole stack and writes docs/bench/write.md.

Usage: npm run bench -- [flags]

  --data-dir <dir>  use the stack that runs with this data directory (default: start one for this)
  --seconds <n>     how long 50 writes a second are kept up (default 30)
  --print           print only; leave docs/bench/write.md as it is`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Tables = { writes: string; pieces: string; cpu: string; floors: string };

const report = (on: string, tables: Tables): string =>
  `# Benchmark: writes

Printed by \`npm run bench\`, which ran the load, all parts of the stack and the devices on this one machine.

${on}

Expected at 50 writes a second: write acknowledged p50 ≤ 15 ms, p99 ≤ 60 ms; commit → other device p50 ≤ 25 ms, p99 ≤ 100 ms.
A write is \`POST /tasks\`, a new task (and so a new actor) each time. At a rate, the time counts from the instant a request
was due. The commit is the event's time: the actor's decision, just before it saves.

${tables.writes}

## Where the time of one write goes

The gateway's steps, one after the other, at 50 a second.

${tables.pieces}

Processor time of each part during the run at 50 a second with the devices listening:

${tables.cpu}

## Floors

The same machine and the same sidecars without Punctual's work. The actor call remembers a conversation in a new \`UserActor\`: one
read and one write of state.

${tables.floors}
`;

const measure = async (stack: Stack, seconds: number): Promise<string> => {
  const on = machine();
  say(on);
  const db = openDatabase(stack.env.DATABASE_URL, { max: 5 });
  try {
    const writes = await measureWrites(stack.url);
    say(table(writes));
    const crowd = await gather(stack.url);
    const { done, cpu } = await withCpu(
      stack,
      () => measureDevices(crowd, seconds),
      ([first]) => first?.run.times.length ?? 1,
    );
    writes.push(...done);
    say(`${table(done)}\n${cpuTable(cpu)}`);
    const pieces = await measurePieces(stack, db);
    say(table(pieces));
    const floors = [
      ...(await measureActors(stack)),
      ...(await measureKafka(stack)),
      ...(await measureInserts(db)),
    ];
    say(table(floors));
    return report(on, {
      writes: table(writes),
      pieces: table(pieces),
      cpu: cpuTable(cpu),
      floors: table(floors),
    });
  } finally {
    await db.end();
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      "data-dir": { type: "string" },
      seconds: { type: "string", default: "30" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const own = values["data-dir"] === undefined;
  const stack = own ? await startStack({ env: tireless }) : attachStack(values["data-dir"] ?? "");
  try {
    const text = await measure(stack, Number(values.seconds));
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("write.md", folder), text);
    say("written to docs/bench/write.md");
  } finally {
    if (own) await stack.stop();
  }
};

await main();
