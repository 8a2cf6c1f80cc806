// A real PostgreSQL for the tests that end in .pg.test.ts: one server for all of them, one fresh database a test. It is run the
// way the platform runs its own, so it works as root, below a closed folder, and never outlives its tests.
import { randomUUID } from "node:crypto";
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

type Server = { port: number; stop: () => Promise<void> };

const password = "test-test-test-test";
/** The database that those with all tables are copies of. */
const template = "with_all_tables";

/** Where the server of a whole run says that it is; set by shared-postgres.ts. */
export const sharedPort = "PUNCTUAL_TEST_POSTGRES_PORT";

/** Starts a server in a temporary folder (about 2 s), with the database that others are copied from; `stop` ends it and deletes the folder. */
export const startServer = async (): Promise<Server> => {
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
  await prepare(port);
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    guarding.leave();
    await rm(folder, { recursive: true, force: true });
  };
  return { port, stop };
};

const prepare = async (port: number): Promise<void> => {
  const main = openDatabase(databaseUrl(password, port), { max: 1 });
  await main.query(`CREATE DATABASE ${template}`);
  await main.end();
  const db = openDatabase(databaseUrl(password, port, template), { max: 1 });
  await migrate(db);
  await db.end(); // one that is connected to cannot be copied
};

/** Databases on the server of this run, or on one of their own where there is none. `stop` closes what was opened. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const shared = process.env[sharedPort];
  const { port, stop } =
    shared === undefined ? await startServer() : { port: Number(shared), stop: async () => {} };
  const main = openDatabase(databaseUrl(password, port), { max: 1 });
  const open: Database[] = [main];
  const create = async (like: string): Promise<string> => {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    await main.query(`CREATE DATABASE ${name} TEMPLATE ${like}`);
    return databaseUrl(password, port, name);
  };
  return {
    createDatabase: () => create("template1"),
    openDatabase: async (options) => {
      const db = openDatabase(await create(template), options);
      open.push(db);
      return db;
    },
    stop: async () => {
      await Promise.all(open.map((db) => db.end()));
      await stop();
    },
  };
};
