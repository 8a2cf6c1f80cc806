// Whether anybody has an account here yet. Called by the sign-up: the first one is always possible.
import type { Queryable } from "../pool.ts";

// Any number nobody else uses; it makes two who would both be the first take turns.
const lockId = 7_211_530_043;

export const hasAccounts = async (db: Queryable): Promise<boolean> =>
  (await db.query<{ some: boolean }>(`select exists (select from "user") as some`)).rows[0]?.some ??
  false;

/** The same within a transaction, which is then the only one that may find none. */
export const hasAccountsAlone = async (connection: Queryable): Promise<boolean> => {
  await connection.query("select pg_advisory_xact_lock($1)", [lockId]);
  return hasAccounts(connection);
};
