// Claims tries to deliver before they are made, so that each is made once. Called by the notify consumer, a bulk at a time.
import type { Id } from "../../domain/ids.ts";
import type { Channel } from "../../domain/reminder.ts";
import type { Queryable } from "../pool.ts";

/** One try: `notification` names what is told, `attempt` counts from 1 on each channel. */
export type AttemptKey = { notification: Id; channel: Channel; attempt: number };

/** `outcome` is set when an earlier try was accepted after all: then this one must not be made. */
export type Claimed = AttemptKey & { outcome: unknown };

// A try claimed under its former name may be another task's of that name: its report says whose it is.
const statement = `
with given as (
  select row.* from jsonb_to_recordset($1::jsonb) as row (
    notification uuid, formerly uuid, channel text, attempt int, report jsonb
  )
), known as (
  select given.notification, made.channel, made.attempt, made.outcome
  from given join delivery_attempts made on made.channel = given.channel and (
    made.notification = given.notification
    or made.notification = given.formerly and made.report ->> 'taskId' = given.report ->> 'taskId'
  )
)
insert into delivery_attempts (notification, channel, attempt, report, outcome)
select notification, channel, attempt, report, (
  select outcome from known
  where known.notification = given.notification and known.channel = given.channel and outcome ->> 'ok' = 'true'
  limit 1
)
from given
where (notification, channel, attempt) not in (select notification, channel, attempt from known)
order by notification, channel, attempt
on conflict do nothing
returning notification, channel, attempt, outcome`;

/**
 * Those of the tries that nobody had claimed, by this name or the former one. `report` is kept with each: whom to tell of
 * the outcome.
 */
export const claimAttempts = async (
  db: Queryable,
  attempts: (AttemptKey & { formerly?: Id | null; report: unknown })[],
): Promise<Claimed[]> => {
  if (attempts.length === 0) return [];
  return (await db.query<Claimed>(statement, [JSON.stringify(attempts)])).rows;
};
