// `npm run replay`: rebuilds the read model from the log, or with --check only compares the two. Run by an operator.
import { parseArgs } from "node:util";
import { openDatabase } from "../database/pool.ts";
import { applyRebuild } from "../database/rebuild/apply-rebuild.ts";
import type { Queryable } from "../database/pool.ts";
import { readToolConfig } from "./config.ts";
import { openKafka } from "./kafka.ts";
import { complain, counted, number, say } from "./print.ts";
import { repairBesideTasks } from "./replay/beside-tasks.ts";
import { differencesLimit, sentence, settledDifferences } from "./replay/compare.ts";
import { createRebuild, type Progress, type Rebuild } from "./replay/rebuild.ts";

const help = `Rebuilds what lists and searches read (the read model) from the log of all changes.

Usage: npm run replay -- [flags]

  --check           change nothing; say whether the read model is equal to the log, and what differs (exit code 1);
                    only tasks are compared
  --data-dir <dir>  the data directory of the running stack (default as for npm start)
  --help            this page

People may go on working meanwhile. It talks to the stack that runs with npm start, or to DATABASE_URL and KAFKA_BROKERS
where both are given.`;

const statementTimeoutMs = 10 * 60_000;

/** At most one line a second. */
const createReporter = () => {
  let last = performance.now();
  return ({ read }: Progress) => {
    if (performance.now() - last < 1_000) return;
    last = performance.now();
    say(`  ${number(read)} events read`);
  };
};

const readAll = async (rebuild: Rebuild): Promise<void> => {
  say("Reading task-events from its beginning");
  const began = performance.now();
  await rebuild.readOn();
  const { read, unreadable, folded, broken } = rebuild.progress;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`Read ${counted(read, "event")} in ${seconds} s: ${counted(await rebuild.count(), "task")}`);
  if (unreadable > 0)
    say(`  ${counted(unreadable, "record")} left out: npm run dead-letters -- list`);
  if (folded > 0)
    say(`  ${counted(folded, "task")} from the audit log, for Kafka keeps only 30 days`);
  if (broken > 0)
    say(`  ${counted(broken, "task")} of which no log has every change: left as they are`);
};

const repair = async (connection: Queryable): Promise<void> => {
  const { replaced, deleted } = await applyRebuild(connection);
  if (replaced + deleted === 0) say("The read model was right: nothing replaced");
  else
    say(
      `Replaced ${counted(replaced, "row")}, deleted ${number(deleted)} of which no log has a trace`,
    );
};

/** True when the two are equal. */
const compare = async (connection: Queryable, rebuild: Rebuild): Promise<boolean> => {
  const differences = await settledDifferences(connection, rebuild);
  if (differences.length === 0) {
    say(
      `equal: the read model and the log have the same ${counted(await rebuild.count(), "task")}`,
    );
    return true;
  }
  const more = differences.length >= differencesLimit ? "or more " : "";
  say(`${number(differences.length)} ${more}tasks are not the same:`);
  for (const difference of differences.slice(0, 20)) say(`  ${sentence(difference)}`);
  if (differences.length > 20) say(`  … and ${number(differences.length - 20)} ${more}others`);
  return false;
};

const main = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean" },
      "data-dir": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    say(help);
    return true;
  }
  const config = readToolConfig(values["data-dir"]);
  const db = openDatabase(config.databaseUrl, { max: 1, statementTimeoutMs });
  const kafka = await openKafka(config.kafkaBrokers).catch(async (error: unknown) => {
    await db.end();
    throw error;
  });
  const connection = await db.connect().catch(async (cause: Error) => {
    await Promise.allSettled([kafka.close(), db.end()]);
    throw new Error(`the database is not there: ${cause.message}`, { cause });
  });
  try {
    const rebuild = await createRebuild(connection, kafka, createReporter());
    await readAll(rebuild);
    if (values.check !== true) {
      await repair(connection);
      const applied = await repairBesideTasks(connection, kafka);
      say(`Reminders, occurrences and people brought up to date from ${counted(applied, "event")}`);
    }
    return await compare(connection, rebuild);
  } finally {
    connection.release(true);
    await Promise.allSettled([kafka.close(), db.end()]);
  }
};

await main().then(
  (equal) => (process.exitCode = equal ? 0 : 1),
  (error: unknown) => {
    complain(`replay: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
