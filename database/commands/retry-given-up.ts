// Promises anew what was given up: the gateway's repeater takes it at its next turn. Called by `npm run dead-letters`.
import type { Queryable } from "../pool.ts";

const statement = `
update commands set status = 'started', reason = null, done_at = null, attempts = 0, attempted_at = '-infinity'
where status = 'given_up'`;

/** Returns how many there were. */
export const retryGivenUp = async (db: Queryable): Promise<number> =>
  (await db.query(statement)).rowCount ?? 0;
