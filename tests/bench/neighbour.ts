// `npm run bench:neighbour`: how long a second person waits while others send the worst bodies and messages, and what of it stays in
// the gateway's memory. Starts a stack of its own (or uses the one of --data-dir) and writes docs/bench/neighbour.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { attachStack, type Stack } from "../running-stack.ts";
import { startStack } from "../stack.ts";
import { atOnce } from "./load.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Measures how long one person waits for the gateway while others ask the worst of it, and writes docs/bench/neighbour.md.

Usage: npm run bench:neighbour -- [flags]

  --data-dir <dir>  use the stack that runs with this data directory (default: start one for this)
  --print           print only; leave docs/bench/neighbour.md as it is
  --beside <file>   put what was printed into <file> by other code below the table`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const agent = new Agent({ keepAlive: true });
type Sent = { method: string; path: string; token?: string | undefined; body?: Buffer | undefined };

/** The status of one request; "none" when no answer came. */
const send = (url: string, { method, path, token, body }: Sent): Promise<string> =>
  new Promise((resolve) => {
    const headers = {
      ...(body && { "content-type": "application/json", "content-length": String(body.length) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const asked = request(`${url}${path}`, { agent, method, headers, timeout: 30_000 });
    asked.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
      answer.on("error", () => resolve("none"));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve("none"));
    asked.end(body);
  });

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** `{"a":{"a":…` as deep as so many bytes allow. */
const deepBody = (bytes: number): Buffer => {
  const levels = Math.floor(bytes / 6);
  return Buffer.from(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
};

const longMessage = (at: number): string =>
  `${at} ${"please remember to buy the milk and call Bob about it ".repeat(11)}`.slice(0, 590);

type Storm = { name: string; run: (stack: Stack, who: Person) => Promise<string[]> };

const deep = (kilobytes: number): Storm => ({
  name: `a deep body of ${kilobytes} kB, three times without and three times with a token`,
  run: async ({ url }, { token }) => {
    const body = deepBody(kilobytes * 1_000);
    const statuses: string[] = [];
    for (const by of [undefined, token, undefined, token, undefined, token])
      statuses.push(await send(url, { method: "POST", path: "/tasks", token: by, body }));
    return statuses;
  },
});

const many = async (
  width: number,
  count: number,
  one: (at: number) => Promise<string>,
): Promise<string[]> => {
  const statuses: string[] = [];
  await atOnce(width, count, async (at) => void statuses.push(await one(at)));
  return statuses;
};

const storms: Storm[] = [
  { name: "nothing else", run: () => pause(5_000, []) },
  {
    name: "70 sign-ups at once",
    run: ({ url }) =>
      many(70, 70, () => {
        const email = `${newId()}@example.com`;
        const body = json({ name: "Eve", email, password: "correct horse battery" });
        return send(url, { method: "POST", path: "/api/auth/sign-up/email", body });
      }),
  },
  {
    name: "24 long chat messages at once",
    run: ({ url }, { token }) =>
      many(24, 24, (at) => {
        const body = json({ message: longMessage(at) });
        return send(url, { method: "POST", path: "/chat", token, body });
      }),
  },
  {
    name: "300 orders in a row, 8 at a time",
    run: ({ url }, { token }) =>
      many(8, 300, (at) => {
        const body = json({ message: `add buy bread ${at} tomorrow 5pm` });
        return send(url, { method: "POST", path: "/chat", token, body });
      }),
  },
  deep(96),
  deep(294),
  deep(1_000),
];

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
    if (!/^2/.test(await ask())) waits.failed += 1;
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
