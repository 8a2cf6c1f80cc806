// `npm run bench:chat-trip`: how long a sentence takes to become a task, from the request to the answer, beside a plain write.
// Starts a stack of its own (or uses the one of --data-dir) and writes docs/bench/chat-trip.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createActorClient } from "../../actors/client.ts";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { attachStack, type Stack } from "../running-stack.ts";
import { startStack, tireless } from "../stack.ts";
import { exampleTurn } from "../turns.ts";
import { atOnce, atRate, type Run } from "./load.ts";
import { machine } from "./machine.ts";
import { type Row, table } from "./table.ts";

const help = `Measures the round trip of chat messages on a whole stack and writes docs/bench/chat-trip.md.

Usage: npm run bench:chat-trip -- [flags]

  --data-dir <dir>  use the stack that runs with this data directory (default: start one for this)
  --print           print only; leave docs/bench/chat-trip.md as it is`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const people = 4;
const perPerson = 20;

const post = async (person: Person, path: string, body: object, status: number): Promise<void> => {
  const answer = await person.call("POST", path, { body });
  await answer.arrayBuffer();
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`);
};

/** People whose conversation holds as much as a main state ever does on average. */
const speakers = async (url: string): Promise<Person[]> => {
  const all: Person[] = [];
  while (all.length < people) all.push(await signUp(url));
  for (const person of all)
    for (let n = 0; n < perPerson; n += 1) await person.say(`add warm up ${n} tomorrow 5pm`);
  return all;
};

type Kind = { name: string; work: (at: number) => Promise<void>; run: Run };

/** All kinds in turn, a few of each at a time, so that whatever else this machine does falls on all of them. */
const inTurn = async (kinds: Kind[], rounds: number, each: number): Promise<Row[]> => {
  for (let round = 0; round < rounds; round += 1) {
    for (const { work, run } of kinds) {
      const some = await atOnce(1, each, (at) => work(round * each + at));
      run.times.push(...some.times);
      run.errors += some.errors;
      run.totalMs += some.totalMs;
    }
  }
  return kinds.map(({ name, run }) => ({ name, run }));
};

const kind = (name: string, work: Kind["work"]): Kind => ({
  name,
  work,
  run: { times: [], errors: 0, totalMs: 0 },
});

const measure = async (stack: Stack): Promise<Row[]> => {
  const mine = await speakers(stack.url);
  const speaker = (at: number) => mine[at % people] as Person;
  const { DAPR_HTTP_PORT: port, DAPR_API_TOKEN: token } = stack.env.gateway;
  const actors = createActorClient({ daprHttpPort: Number(port), daprApiToken: token ?? "" });
  const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
  const create = (at: number) =>
    post(speaker(at), "/chat", { message: `add buy bread ${at}`, timeZone: "Europe/Berlin" }, 200);
  const rows = await inTurn(
    [
      kind("chat: a sentence becomes a task", create),
      kind("chat: a question about a list", (at) =>
        post(speaker(at), "/chat", { message: "what's due today?" }, 200),
      ),
      kind("floor: POST /tasks, the same task", (at) =>
        post(speaker(at), "/tasks", { title: `buy bread ${at}` }, 201),
      ),
      kind("floor: the person's actor is read", async (at) => {
        await actors.readUser(speaker(at).userId);
      }),
      kind("floor: a turn is kept", async (at) => {
        const { userId } = speaker(at);
        await actors.converse(userId, exampleTurn(userId, { id: newId() }));
      }),
      kind("floor: one query", async () => {
        await db.query("select 1");
      }),
    ],
    20,
    15,
  );
  await db.end();
  return [
    ...rows,
    { name: "chat: a sentence becomes a task, 10 a second", run: await atRate(10, 10, create) },
  ];
};

const report = (on: string, rows: Row[]): string =>
  `# Benchmark: the round trip of a chat message

Printed by \`npm run bench:chat-trip\`, which ran the load and all parts of the stack on this one machine.

${on}

Expected on a quiet machine: a sentence that becomes a task p50 ≤ 30 ms. Each person has 20 and more turns and tasks. The kinds
take turns, 15 calls of each, one at a time.

${table(rows)}
`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      "data-dir": { type: "string" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return say(help);
  const own = values["data-dir"] === undefined;
  const stack = own ? await startStack({ env: tireless }) : attachStack(values["data-dir"] ?? "");
  try {
    const text = report(machine(), await measure(stack));
    say(text);
    if (values.print) return;
    const folder = new URL("../../docs/bench/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("chat-trip.md", folder), text);
  } finally {
    if (own) await stack.stop();
  }
};

await main();
