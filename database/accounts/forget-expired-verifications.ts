// Deletes what no sign-in waits for any more: questions to passkeys, which anybody may ask for, and second steps. Called by the gateway's repeater once an hour.
import type { Queryable } from "../pool.ts";

const statement = `
delete from "verification" where "id" in (
  select "id" from "verification" where "expiresAt" < now() limit $1 for update skip locked
)`;

/** Deletes up to `limit` that are over; returns how many. */
export const forgetExpiredVerifications = async (db: Queryable, limit: number): Promise<number> =>
  (await db.query(statement, [limit])).rowCount ?? 0;
