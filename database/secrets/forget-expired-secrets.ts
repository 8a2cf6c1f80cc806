// Deletes what can no longer be used. Called by the gateway's repeater once an hour.
import type { Queryable } from "../pool.ts";

const statement = `
delete from one_time_secrets where hash in (
  select hash from one_time_secrets where expires_at < now() limit $1 for update skip locked
)`;

/** Deletes up to `limit` secrets that are over; returns how many. */
export const forgetExpiredSecrets = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
