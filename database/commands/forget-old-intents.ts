// Ends the promise of the Idempotency-Key: finished intents are kept 7 days, given up ones 30. Called by the gateway's repeater.
import type { Queryable } from "../pool.ts";

const statement = `
delete from commands where (user_id, key) in (
  select user_id, key from commands
  where created_at < now() - interval '7 days'
    and (status = 'done' or status = 'given_up' and created_at < now() - interval '30 days')
  limit $1
  for update skip locked
)`;

/** Deletes up to `limit` intents that are over and old; returns how many it deleted. */
export const forgetOldIntents = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
