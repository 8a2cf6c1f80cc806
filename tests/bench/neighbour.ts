// `npm run bench:neighbour`: how long a second person waits while others send the worst bodies and messages, and what of it stays in
// the gateway's memory. Starts a stack of its own (or uses the one of --data-dir) and writes docs/bench/neighbour.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { signUp } from "../client.ts";
import { attachStack, type Stack } from "../running-stack.ts";
import { startStack } from "../stack.ts";
import { machine } from "./machine.ts";
import { json, send, type Storm, storms } from "./storms.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Measures how long one person waits for the gateway while others ask the worst of it, and writes docs/bench/neighbour.md.

Usage: npm run bench:neighbour -- [flags]

  --data-dir <dir>  use the stack that runs with this data directory (default: start one for this)
  --print           print only; leave docs/bench/neighbour.md as it is
  --beside <file>   put what was printed into <file> by other code below the table`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Waits = { times: number[]; failed: number };
type Row = {
  name: string;
  answers: string[];
  read: Waits;
  write: Waits;
  rss: number;
  ended: boolean;
};

/** Asks again and again, below what one person may ask, until `over`. */
const probe = async (over: AbortSignal, ask: () => Promise<string>): Promise<Waits> => {
  const waits: Waits = { times: [], failed: 0 };
  while (!over.aborted) {
    const startedAt = performance.now();
    if (!(await ask()).startsWith("2")) waits.failed += 1;
    waits.times.push(performance.now() - startedAt);
    await pause(60);
  }
  return waits;
};

const measure = async (stack: Stack, storm: Storm): Promise<Row> => {
  const { url } = stack;
  const [who, reader, writer] = [await signUp(url), await signUp(url), await signUp(url)];
  const before = stack.part("gateway").pid;
  const over = new AbortController();
  const probes = [
    probe(over.signal, () => send(url, { method: "GET", path: "/tasks", token: reader.token })),
    probe(over.signal, () => {
      const body = json({ title: "buy milk" });
      return send(url, { method: "POST", path: "/tasks", token: writer.token, body });
    }),
  ];
  await pause(1_000);
  const answers = await storm.run(stack, who);
  await pause(1_000);
  over.abort();
  const [read, write] = (await Promise.all(probes)) as [Waits, Waits];
  await stack.waitHealthy();
  const ended = stack.part("gateway").pid !== before;
  return { name: storm.name, answers, read, write, rss: rssOf(stack), ended };
};

/** Resident memory of the gateway in MB; NaN where there is no /proc. */
const rssOf = (stack: Stack): number => {
  try {
    const status = readFileSync(`/proc/${stack.part("gateway").pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

const counted = (answers: string[]): string => {
  const counts = Map.groupBy(answers, (status) => status);
  return [...counts].map(([status, all]) => `${all.length} × ${status}`).join(", ");
};

const cells = ({ times, failed }: Waits): string[] => {
  const sorted = times.toSorted((a, b) => a - b);
  return [inMs(percentile(sorted, 50)), inMs(percentile(sorted, 100)), String(failed)];
};

const heads = "read p50 ms,read max ms,failed,write p50 ms,write max ms,failed,gateway MB after";

const tableOf = (rows: Row[]): string =>
  [
    line(["meanwhile", "answers to it", ...heads.split(",")]),
    line(["---", "---", ...Array<string>(7).fill("---:")]),
    ...rows.map(({ name, answers, read, write, rss, ended }) => {
      const memory = `${rss.toFixed(0)}${ended ? " (a new process: the old one ended)" : ""}`;
      return line([name, counted(answers), ...cells(read), ...cells(write), memory]);
    }),
  ].join("\n");

/** The limit on sign-ups of one address is a minute; each row begins with three. */
const inOrder = async (stack: Stack): Promise<string> => {
  const rows: Row[] = [];
  const rss = rssOf(stack).toFixed(0);
  for (const storm of storms) {
    rows.push(await measure(stack, storm));
    say(`${storm.name}: done`);
  }
  return `${machine()}\n- gateway before: ${rss} MB\n\n${tableOf(rows)}\n`;
};

const report = (text: string, beside: string): string => `# Benchmark: the neighbour

Printed by \`npm run bench:neighbour\`. One person reads the list and another adds tasks, each about 15 times a second, while a third does
what the row says; all parts of the stack and the load run on this one machine. The first row is the floor. "Failed" are requests of the
two that got no answer or another than 2xx; their time counts as well.

${text}${beside}`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      "data-dir": { type: "string" },
      beside: { type: "string" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const own = values["data-dir"] === undefined;
  const stack = own ? await startStack() : attachStack(values["data-dir"] ?? "");
  try {
    const text = await inOrder(stack);
    say(`\n${text}`);
    if (values.print) return;
    const beside = values.beside === undefined ? "" : `\n## Before\n\n${tableIn(values.beside)}`;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("neighbour.md", folder), report(text, beside));
  } finally {
    if (own) await stack.stop();
  }
};

/** What an earlier run printed, from the line that names its machine. */
const tableIn = (file: string): string => {
  const text = readFileSync(file, "utf8");
  return text.slice(Math.max(0, text.indexOf("- machine:")));
};

await main();
process.exit();
