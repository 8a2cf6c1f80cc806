// Tasks that should have done something by now and have not. Called by the armer every minute.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select task_id as id, min(scheduled_for) as at from reminders
where (state in ('scheduled', 'snoozed') and scheduled_for < now() - $1 * interval '1 millisecond')
  or unarmed
  or next_attempt_at < now() - interval '60 seconds'
group by task_id
order by at nulls last
limit $2`;

/** Tasks with a reminder that is overdue by `olderThanMs`, one the scheduler did not take, or a repetition long due. */
export const listOverdue = async (
  db: Queryable,
  { olderThanMs, limit }: { olderThanMs: number; limit: number },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [olderThanMs, limit]);
  return rows.map(({ id }) => id);
};
