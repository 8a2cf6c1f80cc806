// Claims tries to deliver before they are made, so that each is made once. Called by the notify consumer, a bulk at a time.
import type { Id } from "../../domain/ids.ts";
import type { Channel } from "../../domain/reminder.ts";
import type { Queryable } from "../pool.ts";

/** One try: `notification` names what is told, `attempt` counts from 1 on each channel. */
export type AttemptKey = { notification: Id; channel: Channel; attempt: number };

/** `outcome` is set when an earlier try was accepted after all: then this one must not be made. */
export type Claimed = AttemptKey & { outcome: unknown };

const statement = `
insert into delivery_attempts (notification, channel, attempt, report, outcome)
select row.notification, row.channel, row.attempt, row.report, earlier.outcome
from jsonb_to_recordset($1::jsonb) as row (notification uuid, channel text, attempt int, report jsonb)
left join lateral (
  select outcome from delivery_attempts
  where notification = row.notification and channel = row.channel and outcome ->> 'ok' = 'true'
  limit 1
) as earlier on true
order by row.notification, row.channel, row.attempt
on conflict do nothing
returning notification, channel, attempt, outcome`;

/** Those of the tries that nobody had claimed. `report` is kept with each: whom to tell of the outcome. */
export const claimAttempts = async (
  db: Queryable,
  attempts: (AttemptKey & { report: unknown })[],
): Promise<Claimed[]> => {
  if (attempts.length === 0) return [];
  return (await db.query<Claimed>(statement, [JSON.stringify(attempts)])).rows;
};
