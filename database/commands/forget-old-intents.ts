// Ends the promise of the Idempotency-Key: finished intents are kept 7 days. Called by the gateway's sweeper.
import type { Queryable } from "../pool.ts";

const statement = `
delete from commands where (user_id, key) in (
  select user_id, key from commands
  where status = 'done' and created_at < now() - interval '7 days'
  limit $1
  for update skip locked
)`;

/** Deletes up to `limit` (1,000) finished intents older than 7 days; returns how many it deleted. */
export const forgetOldIntents = async (
  db: Queryable,
  which: { limit?: number } = {},
): Promise<number> => (await db.query(statement, [which.limit ?? 1_000])).rowCount ?? 0;
