// Brings the tables up to date. Run by the platform before the apps start (`node database/migrate.ts`) and by tests.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { readConfig } from "./config.ts";
import { inTransaction, openDatabase, type Database, type Queryable } from "./pool.ts";

const folder = new URL("./migrations/", import.meta.url);
// Any number nobody else uses; it makes two migrating processes take turns.
const lockId = 7_211_530_042;

// A migration may rewrite a table with all that people ever did, in one statement. One that does not end in time is rolled back and fails at
// each start again, for ever, so this is a limit for what hangs, not for what works. Neon's pooler takes no limit on the
// server (pool.ts); the client waits as long there.
const longestMs = 30 * 60_000;

type Migration = { name: string; sql: string; hash: string };

const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
    }),
  );
};

const readApplied = async (connection: Queryable): Promise<Map<string, string>> => {
  await connection.query(
    "create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())",
  );
  const { rows } = await connection.query<{ name: string; hash: string }>(
    "select name, hash from migrations",
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
};

/**
 * Applies each migration that was not applied yet, in order, all in one transaction; returns their names. Two at once
 * take turns. Throws when one that was applied has been edited: a change is always a new file.
 */
export const migrate = async (db: Database): Promise<string[]> => {
  const migrations = await readMigrations();
  return inTransaction(db, async (connection) => {
    await connection.query("select pg_advisory_xact_lock($1)", [lockId]);
    const applied = await readApplied(connection);
    const done: string[] = [];
    for (const { name, sql, hash } of migrations) {
      const known = applied.get(name);
      if (known === hash) continue;
      if (known !== undefined) {
        throw new Error(
          `database/migrations/${name} was edited after it was applied: add a new file instead`,
        );
      }
      await connection.query(sql);
      await connection.query("insert into migrations (name, hash) values ($1, $2)", [name, hash]);
      done.push(name);
    }
    return done;
  });
};

/** Whether the tables are those of this program: migrations that were not applied yet, and applied ones that it does not know or has in another form. */
export const compareMigrations = async (
  db: Queryable,
): Promise<{ applied: number; pending: string[]; unknown: string[] }> => {
  const migrations = await readMigrations();
  const { rows } = await db.query<{ name: string; hash: string }>(
    "select name, hash from migrations",
  );
  const hashes = new Map(migrations.map(({ name, hash }) => [name, hash]));
  const applied = new Set(rows.map(({ name }) => name));
  return {
    applied: rows.length,
    pending: migrations.flatMap(({ name }) => (applied.has(name) ? [] : [name])),
    unknown: rows.flatMap(({ name, hash }) => (hashes.get(name) === hash ? [] : [name])),
  };
};

/** Opens the database, migrates it, and says on stdout what was applied. */
export const migrateAt = async (databaseUrl: string): Promise<void> => {
  const db = openDatabase(databaseUrl, { max: 1, statementTimeoutMs: longestMs });
  try {
    const done = await migrate(db);
    process.stdout.write(
      done.length === 0 ? "tables are up to date\n" : `applied ${done.join(", ")}\n`,
    );
  } finally {
    await db.end();
  }
};

if (import.meta.main) {
  await migrateAt(readConfig().databaseUrl).catch((error: unknown) => {
    process.stderr.write(`tables could not be made: ${String(error)}\n`);
    process.exitCode = 1;
  });
}
