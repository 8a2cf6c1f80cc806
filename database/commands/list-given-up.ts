// Intents that were given up. Called by `npm run dead-letters`.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** `commands` are the types of what was promised. */
export type GivenUp = {
  userId: Id;
  key: string;
  promisedAt: Date;
  attempts: number;
  commands: string[];
  reason: string;
};

const statement = `
select user_id as "userId", key, created_at as "promisedAt", attempts, reason,
  array(select one #>> '{command,type}' from jsonb_array_elements(coalesce(directory, '[]') || plan) one) as commands
from commands
where status = 'given_up'
order by created_at
limit $1`;

/** Up to `limit`, the oldest first. */
export const listGivenUp = async (db: Queryable, which: { limit: number }): Promise<GivenUp[]> =>
  (await db.query<GivenUp>(statement, [which.limit])).rows;
