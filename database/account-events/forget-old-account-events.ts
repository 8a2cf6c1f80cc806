// Deletes what happened to accounts long ago. Called by the gateway's repeater once an hour.
import type { Queryable } from "../pool.ts";

const statement = `
delete from account_events where id in (
  select id from account_events where at < now() - interval '90 days' limit $1 for update skip locked
)`;

/** Deletes up to `limit` entries of more than 90 days ago; returns how many. */
export const forgetOldAccountEvents = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
