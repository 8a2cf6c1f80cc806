// `npm run bench:search`: GET /search's statement for a person with 100,000 tasks among others', with the plan of each query.
// Starts a PostgreSQL of its own and writes docs/bench/search.md.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Database } from "../../database/pool.ts";
import { searchTasks } from "../../database/tasks/search-tasks.ts";
import { terms } from "../../database/tasks/words.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { manyTasks, storeTasks } from "../many-tasks.ts";
import { startPostgres } from "../postgres.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Measures the search of a person with 100,000 tasks and writes docs/bench/search.md.

Usage: npm run bench:search -- [flags]

  --print  print only; leave docs/bench/search.md as it is`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const searches = {
  "a frequent word": "dentist",
  "three words": "call violet dentist",
  "a word begun": "den",
  "one letter": "d",
  "two letters each": "ca vi de",
  "a slip": "denitst",
  "a word nobody has": "xylophone",
};
const times = 200;

const settle = async (db: Database): Promise<Id> => {
  const ownerId = newId();
  // In parts: one statement may take 5 s.
  for (let part = 0; part < 50; part += 1)
    await storeTasks(db, manyTasks(ownerId, { open: 400, done: 1_600, doneDaysAgo: [0, 2_000] }));
  for (let other = 0; other < 50; other += 1)
    await storeTasks(db, manyTasks(newId(), { open: 200, done: 800, doneDaysAgo: [0, 2_000] }));
  await db.query("set statement_timeout = 0");
  await db.query("vacuum analyze tasks").catch(() => undefined);
  return ownerId;
};

const measure = async (db: Database, ownerId: Id, text: string) => {
  const took: number[] = [];
  let hits = 0;
  for (let at = 0; at < times; at += 1) {
    const startedAt = performance.now();
    hits = (await searchTasks(db, { ownerId, text, limit: 20 })).length;
    took.push(performance.now() - startedAt);
  }
  return { hits, took: took.toSorted((a, b) => a - b) };
};

const explain = async (db: Database, ownerId: Id): Promise<string> => {
  const query = `explain (analyze, buffers, timing off, summary off)
    select doc from tasks where search @@ $2::tsquery and coalesce(owner_id) = $1 and shelf + 0 = 0 limit 150`;
  const { rows } = await db.query(query, [ownerId, terms.start(ownerId, "d")]);
  return rows.map((row) => row["QUERY PLAN"] as string).join("\n");
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { print: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return say(help);
  const on = machine();
  const postgres = await startPostgres();
  try {
    const db = await postgres.openDatabase();
    const ownerId = await settle(db);
    const rows: string[] = [];
    for (const [name, text] of Object.entries(searches)) {
      const { hits, took } = await measure(db, ownerId, text);
      rows.push(
        line([
          name,
          `\`${text}\``,
          String(hits),
          inMs(percentile(took, 50)),
          inMs(percentile(took, 99)),
        ]),
      );
    }
    const table = [
      line(["", "text", "hits", "p50 ms", "p99 ms"]),
      line(["---", "---", "---:", "---:", "---:"]),
      ...rows,
    ].join("\n");
    const text = `# Benchmark: search

Printed by \`npm run bench:search\`: a person with 100,000 tasks (20,000 of them open) beside 50 people with 1,000 each; ${times} searches of each kind, one after the other,
from the statement to the ranked hits. Expected: p99 ≤ 20 ms on an idle machine.

${on}

${table}

The plan of one letter, the widest query:

\`\`\`
${await explain(db, ownerId)}
\`\`\`
`;
    say(text);
    if (!values.print) writeFileSync(new URL("../../docs/bench/search.md", import.meta.url), text);
  } finally {
    await postgres.stop();
  }
};

await main();
