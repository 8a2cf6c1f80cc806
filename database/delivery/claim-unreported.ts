// Tries whose actor has not heard of them: the consumer died in the middle, or the actor could not be reached. Called by the reporter.
import type { Queryable } from "../pool.ts";
import type { AttemptKey } from "./claim-attempts.ts";

export type Unreported = AttemptKey & { report: unknown; outcome: unknown };

const statement = `
update delivery_attempts set touched_at = now(), outcome = coalesce(outcome, $3::jsonb)
where (notification, channel, attempt) in (
  select notification, channel, attempt from delivery_attempts
  where reported_at is null
    and touched_at <= now() - (case when outcome is null then $2::float8 else $1::float8 end) * interval '1 millisecond'
  order by touched_at
  limit $4
  for update skip locked
)
returning notification, channel, attempt, report, outcome`;

/**
 * Takes up to `limit` tries that have an outcome for `finishedMs` or were begun `begunMs` ago and have none: those get
 * `interrupted` as theirs. Two who ask at once never take the same one.
 */
export const claimUnreported = async (
  db: Queryable,
  which: { finishedMs: number; begunMs: number; interrupted: unknown; limit: number },
): Promise<Unreported[]> => {
  const { finishedMs, begunMs, interrupted, limit } = which;
  const values = [finishedMs, begunMs, JSON.stringify(interrupted), limit];
  return (await db.query<Unreported>(statement, values)).rows;
};
