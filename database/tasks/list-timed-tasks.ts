// The tasks of a person whose times depend on their settings. Called after a change of the time zone, day hour or quiet hours.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select id from tasks
where owner_id = $1 and not deleted and status in ('open', 'in_progress')
  and (jsonb_array_length(coalesce(doc -> 'reminders', '[]')) > 0 or jsonb_typeof(doc -> 'recurrence') = 'object')
order by id`;

/** Their ids. */
export const listTimedTasks = async (db: Queryable, ownerId: Id): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [ownerId]);
  return rows.map(({ id }) => id);
};
