// Deletes tries that no record of the log can ask for again. Called by the notify consumer's reporter once an hour.
import type { Queryable } from "../pool.ts";

const statement = `
delete from delivery_attempts where (notification, channel, attempt) in (
  select notification, channel, attempt from delivery_attempts
  where claimed_at < now() - interval '7 days'
  limit $1
  for update skip locked
)`;

/** Deletes up to `limit` tries older than 7 days; returns how many. */
export const forgetOldAttempts = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
