// Step 2, repeated: intents whose gateway died before the outcome. Called by the gateway's repeater.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** `attempts` counts the claims, with this one. */
export type StaleIntent = {
  userId: Id;
  key: string;
  plan: CommandEnvelope[];
  directory: DirectoryEnvelope[] | null;
  promisedAt: Date;
  attempts: number;
};

const statement = `
update commands set attempted_at = now(), attempts = attempts + 1
where (user_id, key) in (
  select user_id, key from commands
  where status = 'started' and attempted_at <= now() - $1 * power(2, least(attempts, 6)) * interval '1 millisecond'
  order by attempted_at
  limit $2
  for update skip locked
)
returning user_id as "userId", key, plan, directory, created_at as "promisedAt", attempts`;

/**
 * Takes up to `limit` intents that had no outcome for `olderThanMs`. Two repeaters never take the same one, and a taken
 * one is not offered again before `olderThanMs` have passed, doubled with each claim up to 64 times that.
 */
export const claimStaleIntents = async (
  db: Queryable,
  which: { olderThanMs: number; limit: number },
): Promise<StaleIntent[]> =>
  (await db.query<StaleIntent>(statement, [which.olderThanMs, which.limit])).rows;
