// Those that are over are kept as long as the keys of requests, whose repetitions are answered from them. Called by forget.ts.
import type { Queryable } from "../pool.ts";

const statement = `
delete from retimes where id in (
  select id from retimes where finished_at < now() - interval '7 days' limit $1 for update skip locked
)`;

/** Deletes up to `limit`; returns how many. */
export const forgetOldRetimes = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
