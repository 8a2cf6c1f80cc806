// `npm run bench:size`: what people with 20,000 tasks wait for, beside one with 200, on a whole stack. Starts a stack of its own and writes
// docs/bench/size.md. The tasks are rows put straight into the read model: no part of what is measured asks their actors, except for the
// chat's new task, whose actor is its own.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Database, openDatabase } from "../../database/pool.ts";
import { type Person, signUp } from "../client.ts";
import { liveDevice } from "../device.ts";
import { manyTasks, storeTasks, titleOf } from "../many-tasks.ts";
import type { Stack } from "../running-stack.ts";
import { startStack, tireless } from "../stack.ts";
import { atOnce } from "./load.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Measures lists, snapshots, chat and search of people with 200 and with 20,000 tasks, and writes docs/bench/size.md.

Usage: npm run bench:size -- [flags]

  --print  print only; leave docs/bench/size.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `few` is the floor. `past` has as much that is open and ended lately as `few`, and 19,800 tasks that ended before. */
const sizes = {
  few: [{ open: 100, done: 100, doneDaysAgo: [0, 6] }],
  many: [{ open: 10_000, done: 10_000, doneDaysAgo: [0, 1_000] }],
  past: [
    { open: 100, done: 100, doneDaysAgo: [0, 6] },
    { open: 0, done: 19_800, doneDaysAgo: [8, 2_000] },
  ],
} satisfies Record<string, { open: number; done: number; doneDaysAgo: [number, number] }[]>;
type Who = keyof typeof sizes;
type People = Record<Who, Person>;

const settle = async (url: string, db: Database): Promise<People> => {
  const people: Partial<People> = {};
  for (const who of Object.keys(sizes) as Who[]) {
    const person = await signUp(url);
    for (const size of sizes[who]) await storeTasks(db, manyTasks(person.userId, size));
    people[who] = person;
  }
  await db.query("vacuum analyze tasks");
  return people as People;
};

const read = async (person: Person, method: string, path: string, body?: object): Promise<void> => {
  const answer = await person.call(method, path, body && { body });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
};

const greeted = async (person: Person): Promise<void> => {
  await (await liveDevice(person)).leave();
};

const chat = (person: Person, message: string) =>
  read(person, "POST", "/chat", { message, timeZone: "UTC" });

const kinds: {
  name: string;
  who: Who[];
  each: number;
  work: (person: Person, at: number) => Promise<void>;
}[] = [
  {
    name: "list: a page of 50",
    who: ["few", "many"],
    each: 15,
    work: (p) => read(p, "GET", "/tasks?limit=50"),
  },
  {
    name: "list: the done ones, latest first",
    who: ["few", "many"],
    each: 15,
    work: (p) => read(p, "GET", "/tasks?status=done&order=ended&limit=50"),
  },
  {
    name: "search: one hit",
    who: ["few", "many"],
    each: 15,
    work: (p, at) => read(p, "GET", `/tasks?text=${encodeURIComponent(titleOf(at % 90))}`),
  },
  {
    name: "chat: a sentence becomes a task",
    who: ["few", "many"],
    each: 8,
    work: (p, at) => chat(p, `add buy bread ${at}`),
  },
  {
    name: "chat: what's due today?",
    who: ["few", "many"],
    each: 8,
    work: (p) => chat(p, "what's due today?"),
  },
  {
    name: "chat: a task is named, and found twice",
    who: ["few", "many"],
    each: 8,
    work: (p, at) => chat(p, `when is ${titleOf(at % 90)} due?`),
  },
  { name: "snapshot: 100 open and 100 ended lately", who: ["few", "past"], each: 4, work: greeted },
  {
    name: "snapshot: 10,000 open (50 times as much is sent)",
    who: ["few", "many"],
    each: 1,
    work: greeted,
  },
];

const rounds = 8;

/** The two take turns, so that whatever else this machine does falls on both. */
const measure = async (people: People): Promise<string[]> => {
  const lines: string[] = [];
  for (const { name, who, each, work } of kinds) {
    const times: number[][] = who.map(() => []);
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, one] of who.entries()) {
        const run = await atOnce(1, each, (n) => work(people[one], (round + 1) * each + n));
        if (run.errors > 0) throw new Error(`${name}: ${run.errors} failed`);
        if (round >= 0) times[at]?.push(...run.times);
      }
    }
    const [floor = Number.NaN, p50 = Number.NaN] = times.map((all) =>
      percentile(
        all.toSorted((a, b) => a - b),
        50,
      ),
    );
    const row = line([name, inMs(floor), inMs(p50), (p50 / floor).toFixed(2)]);
    say(row);
    lines.push(row);
  }
  return lines;
};

const report = (on: string, lines: string[]): string => `# Benchmark: long lists

Printed by \`npm run bench:size\`, which ran the load and all parts of the stack on this one machine.

${on}

The floor is a person with 100 open tasks and 100 that were done within a week. Beside them, in turns and one request at a time, one with
10,000 open and 10,000 done, and for the snapshot one with the floor's tasks and 19,800 that were done before. The tasks are rows
put straight into the read model. Expected: at most twice the floor where the answer is of the same size.

${line(["p50", "200 tasks, ms", "20,000 tasks, ms", "ratio"])}
${line(["---", "---:", "---:", "---:"])}
${lines.join("\n")}
`;

const run = async (stack: Stack): Promise<string> => {
  const db = openDatabase(stack.env.DATABASE_URL, { max: 1, statementTimeoutMs: 60_000 });
  try {
    const people = await settle(stack.url, db);
    const on = machine();
    return report(on, await measure(people));
  } finally {
    await db.end();
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { print: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return say(help);
  const stack = await startStack({ env: tireless });
  try {
    const text = await run(stack);
    say(text);
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("size.md", folder), text);
  } finally {
    await stack.stop();
  }
};

await main();
