// Deletes sessions nobody can use any more. Called by the gateway's repeater once an hour.
import type { Queryable } from "../pool.ts";

const statement = `
delete from "session" where "id" in (
  select "id" from "session" where "expiresAt" < now() limit $1 for update skip locked
)`;

/** Deletes up to `limit` expired sessions; returns how many. */
export const forgetExpiredSessions = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
