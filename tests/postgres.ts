// A real PostgreSQL for the tests that end in .pg.test.ts: one server a test file, one fresh database a test. It is run the
// way the platform runs its own, so it works as root, below a closed folder, and never outlives its test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../database/migrate.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { createPorts } from "../platform/ports.ts";
import { databaseUrl, postgresPart } from "../platform/postgres/part.ts";
import { startGuarding } from "../platform/supervisor/guarding.ts";
import { Supervisor } from "../platform/supervisor/supervisor.ts";
import { createTaskRunner } from "../platform/supervisor/task.ts";

export type TestPostgres = {
  /** A new empty database, as a URL. */
  createDatabase(): Promise<string>;
  /** A new database with all tables, open. Closed by `stop`. */
  openDatabase(options?: { statementTimeoutMs?: number }): Promise<Database>;
  stop(): Promise<void>;
};

const password = "test-test-test-test";

/** Starts a server in a temporary folder (about 2 s); `stop` ends it and deletes the folder. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), "punctual-pg-"));
  const ports = createPorts();
  const port = await ports.chooseWeb(0);
  const guarding = startGuarding(0);
  const supervisor = new Supervisor({
    guarding,
    logsDir: folder,
    say: () => {},
    onChange: () => {},
  });
  const task = createTaskRunner(guarding, folder, new AbortController().signal);
  const directory = join(folder, "data");
  const part = await postgresPart({
    directory,
    dataDir: folder,
    password,
    port,
    task,
    durable: false,
  });
  await ports.releaseAll();
  await supervisor.start(part);

  const main = openDatabase(databaseUrl(password, port), { max: 1 });
  const open: Database[] = [main];
  let count = 0;
  const createDatabase = async () => {
    const name = `test_${(count += 1)}`;
    await main.query(`CREATE DATABASE ${name}`);
    return databaseUrl(password, port, name);
  };
  return {
    createDatabase,
    openDatabase: async (options) => {
      const db = openDatabase(await createDatabase(), options);
      open.push(db);
      await migrate(db);
      return db;
    },
    stop: async () => {
      await Promise.all(open.map((db) => db.end()));
      await supervisor.stop();
      guarding.leave();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
