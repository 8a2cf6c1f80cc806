// Keeps what came of a try until its actor has heard of it. Called by the notify consumer.
import type { Queryable } from "../pool.ts";
import type { AttemptKey } from "./claim-attempts.ts";

const statement = `
update delivery_attempts set outcome = $4::jsonb, touched_at = now()
where notification = $1 and channel = $2 and attempt = $3 and outcome is null`;

/** Keeps the outcome; the first one stays. */
export const finishAttempt = async (
  db: Queryable,
  { notification, channel, attempt }: AttemptKey,
  outcome: unknown,
): Promise<void> => {
  await db.query(statement, [notification, channel, attempt, JSON.stringify(outcome)]);
};
