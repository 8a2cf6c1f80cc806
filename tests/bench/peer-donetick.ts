// `npm run bench:peer -- <url>`: a task with a due time by REST, here and at a donetick (a self-hosted todo list in Go on SQLite) that
// runs at that address, in turn. Writes docs/bench/peer.md. Figures are never typed by hand.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { newId } from "../../domain/ids.ts";
import { startStack, tireless } from "../stack.ts";
import { machine } from "./machine.ts";
import { type Row, table } from "./table.ts";
import { measureTimed, timedRows } from "./writes.ts";

const help = `Measures this stack beside a donetick and writes docs/bench/peer.md.

Usage: npm run bench:peer -- <address of a donetick, such as http://127.0.0.1:2021> [flags]

  --release <name>  which release of it runs there, for the report
  --rounds <n>      how often both are measured, in turn (default 3)
  --print           print only; leave docs/bench/peer.md as it is

The donetick is of the reader's own, on this machine, with a database file of its own. It is left running.`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const people = 8;

const post = async (url: string, path: string, body: unknown, token?: string): Promise<unknown> => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text === "" ? null : JSON.parse(text);
};

/** A new person at the donetick; gives the token. */
const signUpThere = async (url: string): Promise<string> => {
  const username = `p${newId().replaceAll("-", "").slice(-16)}`;
  const account = { username, password: "correct horse battery" };
  await post(url, "/auth/", { ...account, email: `${username}@example.com` });
  const signedIn = (await post(url, "/auth/login", account)) as Record<string, unknown>;
  return String(signedIn["access_token"] ?? signedIn["token"]);
};

const measureThere = (url: string, tokens: string[]): Promise<Row[]> =>
  timedRows(async (at) => {
    const body = {
      name: `timed ${at}`,
      dueDate: "2031-03-03T09:00:00Z",
      frequencyType: "once",
      assignStrategy: "no_assignee",
      assignees: [],
    };
    await post(url, "/chores/", body, tokens[at % people]);
  });

/** The rounds of one side as one: all times, and the time of all rounds together. */
const merged = (of: string, rounds: Row[][]): Row[] =>
  (rounds[0] ?? []).map(({ name }, n) => {
    const runs = rounds.map((round) => (round[n] as Row).run);
    return {
      name: `${of}: ${name}`,
      run: {
        times: runs.flatMap(({ times }) => times),
        errors: runs.reduce((sum, { errors }) => sum + errors, 0),
        totalMs: runs.reduce((sum, { totalMs }) => sum + totalMs, 0),
      },
    };
  });

const report = (on: string, release: string, figures: string): string => `# Benchmark: a peer

Printed by \`npm run bench:peer\`: a task with a due time by REST, 8 people in turn, here and at donetick (${release}; Go, SQLite). Both ran at the same
time on this one machine and were asked in turn. Donetick answers after one write of its database; here the answer comes after the actor's state, the intent and
the lists are written, and the log, search and every device follow.

${on}

${figures}
`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      release: { type: "string", default: "release unknown" },
      rounds: { type: "string", default: "3" },
      print: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [peer] = positionals;
  if (values.help || peer === undefined) return say(help);
  const on = machine();
  const stack = await startStack({ env: tireless });
  try {
    const tokens: string[] = [];
    while (tokens.length < people) tokens.push(await signUpThere(peer));
    const [here, there]: [Row[][], Row[][]] = [[], []];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      here.push(await measureTimed(stack.url));
      there.push(await measureThere(peer, tokens));
    }
    const figures = table([...merged("here", here), ...merged("donetick", there)]);
    say(figures);
    if (values.print) return;
    const text = report(on, values.release, figures);
    writeFileSync(new URL("../../docs/bench/peer.md", import.meta.url), text);
    say("written to docs/bench/peer.md");
  } finally {
    await stack.stop();
  }
};

await main();
