// Notes that the actor has heard of a try's outcome. Called by the notify consumer.
import type { Queryable } from "../pool.ts";
import type { AttemptKey } from "./claim-attempts.ts";

const statement = `
update delivery_attempts set reported_at = now()
where notification = $1 and channel = $2 and attempt = $3`;

export const markReported = async (
  db: Queryable,
  { notification, channel, attempt }: AttemptKey,
): Promise<void> => {
  await db.query(statement, [notification, channel, attempt]);
};
