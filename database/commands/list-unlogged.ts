// Which tasks have an accepted change that the log has not. Called by the gateway's log check.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

export type UnloggedTask = { userId: Id; taskId: Id };

// `offset 0` keeps the planner from a join with the whole log: each command of the window is looked up by itself.
const statement = `
select distinct c.user_id as "userId", each.envelope #>> '{command,taskId}' as "taskId"
from commands c
cross join lateral rows from (jsonb_array_elements(c.plan), jsonb_array_elements(c.replies)) as each (envelope, reply)
where c.created_at > $1 and c.created_at <= $2 and c.status = 'done' and (each.reply ->> 'ok')::boolean
  and not exists (
    select from audit a
    where a.owner_id = c.user_id and a.correlation_id = c.correlation_id
      and a.command_id = (each.envelope #>> '{origin,commandId}')::uuid
    offset 0
  )
  and (each.envelope #>> '{command,taskId}') > $4
order by 2
limit $3`;

/**
 * Tasks with an accepted command from between two instants that has no event in the audit log (or changed nothing): a page, in the
 * order of their ids, of those after `afterTaskId` ("" for the first).
 */
export const listUnlogged = async (
  db: Queryable,
  which: { after: Date; until: Date; afterTaskId: string; limit: number },
): Promise<UnloggedTask[]> => {
  const { after, until, limit, afterTaskId } = which;
  return (await db.query<UnloggedTask>(statement, [after, until, limit, afterTaskId])).rows;
};

/** When the newest request was promised; null when none is known. */
export const readNewestIntent = async (db: Queryable): Promise<Date | null> => {
  const newest = "select max(created_at) as newest from commands";
  return (await db.query<{ newest: Date | null }>(newest)).rows[0]?.newest ?? null;
};
