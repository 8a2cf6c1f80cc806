// The one door to PostgreSQL. Every process opens it once in main.ts and hands it to the statements in this folder.
import { Pool as NeonPool } from "@neondatabase/serverless";
import pg from "pg";

export type Database = pg.Pool;
/** What a statement needs: the pool, or one connection of it inside a transaction. */
export type Queryable = Pick<pg.ClientBase, "query">;

const connectTimeoutMs = 2_000;
const statementTimeoutMs = 5_000;

/**
 * A pool of at most `max` connections (10). Connecting takes at most 2 s and a statement `statementTimeoutMs` (5 s).
 * Neon's driver is used for a Neon host, `pg` for any other. Opens nothing before the first statement; `end()` it.
 */
export const openDatabase = (
  url: string,
  options: { max?: number; statementTimeoutMs?: number } = {},
): Database => {
  const limit = options.statementTimeoutMs ?? statementTimeoutMs;
  const common = {
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: "punctual",
  };
  // Neon's connection pooler refuses statement_timeout as a start-up parameter, so there the client alone watches.
  const pool = isNeon(url)
    ? (new NeonPool({ ...common, query_timeout: limit }) as unknown as Database) // a pg.Pool with its own older types
    : new pg.Pool({ ...common, statement_timeout: limit, query_timeout: limit + 1_000 });
  // An idle connection that drops emits this; without a listener it would end the process. The pool replaces it.
  pool.on("error", () => undefined);
  return pool;
};

/**
 * A statement that each connection plans once: for what runs with every write, where planning costs more than the work.
 * Give it to `query` with its values. `name` must be unique, and is bound to this text for the life of a connection.
 */
export const prepared =
  (name: string, text: string) =>
  (values: unknown[]): pg.QueryConfig => ({ name, text, values });

/**
 * A statement that is planned anew each time, by its values: for what has to stop early. A plan for any person counts on a list as
 * long as the average one, and reads all of a long one to sort it.
 */
export const planned =
  (text: string) =>
  (values: unknown[]): pg.QueryConfig => ({ text, values });

const isNeon = (url: string): boolean => {
  try {
    return new URL(url).hostname.endsWith(".neon.tech");
  } catch {
    return false;
  }
};

/** Runs `work` in one transaction on one connection; a throw rolls it back. */
export const inTransaction = async <T>(
  db: Database,
  work: (connection: Queryable) => Promise<T>,
): Promise<T> => {
  const connection = await db.connect();
  let broken = false;
  try {
    return await transact(connection, () => work(connection));
  } catch (error) {
    broken = true; // perhaps not even the rollback reached the server
    throw error;
  } finally {
    connection.release(broken);
  }
};

/** Runs `work` between begin and commit on a connection that the caller holds; a throw rolls it back. */
export const transact = async <T>(connection: Queryable, work: () => Promise<T>): Promise<T> => {
  await connection.query("begin");
  try {
    const result = await work();
    await connection.query("commit");
    return result;
  } catch (error) {
    await connection.query("rollback").catch(() => undefined);
    throw error;
  }
};
