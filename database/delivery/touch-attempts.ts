// Says that tries are still under way in a living process. Called by the reporter every few seconds.
import type { Queryable } from "../pool.ts";
import type { AttemptKey } from "./claim-attempts.ts";

const statement = `
update delivery_attempts as kept set touched_at = now()
from jsonb_to_recordset($1::jsonb) as row (notification uuid, channel text, attempt int)
where kept.notification = row.notification and kept.channel = row.channel and kept.attempt = row.attempt
  and kept.outcome is null`;

/** Those of the tries that have no outcome yet count as touched now. */
export const touchAttempts = async (db: Queryable, underWay: AttemptKey[]): Promise<void> => {
  if (underWay.length === 0) return;
  const keys = underWay.map(({ notification, channel, attempt }) => ({
    notification,
    channel,
    attempt,
  }));
  await db.query(statement, [JSON.stringify(keys)]);
};
