// Which tasks have an accepted change that the log has not. Called by the gateway's log check.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

export type UnloggedTask = { userId: Id; taskId: Id };

/** An intent's place in the order they were promised in. */
export type IntentPlace = { at: string; userId: Id; key: string };

// A page is so many intents, whatever the log has of them: so no statement takes longer the more there are.
// `offset 0` keeps the planner from a join with the whole log: each command of the page is looked up by itself.
const statement = `
with page as materialized (
  select user_id, key, created_at, correlation_id, status, plan, replies from commands
  where (created_at, user_id, key) > ($1::timestamptz, $2::uuid, $3::text) and created_at <= $4
  order by created_at, user_id, key
  limit $5
), unlogged as (
  select distinct c.user_id as "userId", each.envelope #>> '{command,taskId}' as "taskId"
  from page c
  cross join lateral rows from (jsonb_array_elements(c.plan), jsonb_array_elements(c.replies)) as each (envelope, reply)
  where c.status = 'done' and (each.reply ->> 'ok')::boolean
    and not exists (
      select from audit a
      where a.owner_id = c.user_id and a.correlation_id = c.correlation_id
        and a.command_id = (each.envelope #>> '{origin,commandId}')::uuid
      offset 0
    )
)
select
  (select coalesce(json_agg(unlogged), '[]') from unlogged) as tasks,
  (select json_build_object('at', created_at::text, 'userId', user_id, 'key', key) from page
   order by created_at desc, user_id desc, key desc limit 1) as last`;

const nobody: Id = "00000000-0000-0000-0000-000000000000";

/**
 * Tasks with an accepted command that has no event in the audit log (or changed nothing), of the next `limit` intents after a place (or an
 * instant) up to an instant. `next` is where the page after it begins, null when there is none.
 */
export const listUnlogged = async (
  db: Queryable,
  which: { after: Date | IntentPlace; until: Date; limit: number },
): Promise<{ tasks: UnloggedTask[]; next: IntentPlace | null }> => {
  const { after, until, limit } = which;
  const from = after instanceof Date ? { at: after, userId: nobody, key: "" } : after;
  const { rows } = await db.query<{ tasks: UnloggedTask[]; last: IntentPlace | null }>(statement, [
    from.at,
    from.userId,
    from.key,
    until,
    limit,
  ]);
  return { tasks: rows[0]?.tasks ?? [], next: rows[0]?.last ?? null };
};

/** When the newest request was promised; null when none is known. */
export const readNewestIntent = async (db: Queryable): Promise<Date | null> => {
  const newest = "select max(created_at) as newest from commands";
  return (await db.query<{ newest: Date | null }>(newest)).rows[0]?.newest ?? null;
};
