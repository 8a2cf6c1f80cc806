// The open tasks of a person whose times depend on their settings. Called after a change of the time zone, day hour or quiet hours.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const timed = `
from tasks
where owner_id = $1 and shelf = 0
  and (jsonb_array_length(coalesce(doc -> 'reminders', '[]')) > 0 or jsonb_typeof(doc -> 'recurrence') = 'object')`;

/** Their ids, those after one (null begins). */
export const listTimedTasks = async (
  db: Queryable,
  { ownerId, after, limit }: { ownerId: Id; after: Id | null; limit: number },
): Promise<Id[]> => {
  const statement = `select id ${timed} and ($2::uuid is null or id > $2) order by id limit $3`;
  const { rows } = await db.query<{ id: Id }>(statement, [ownerId, after, limit]);
  return rows.map(({ id }) => id);
};

export const countTimedTasks = async (db: Queryable, ownerId: Id): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(`select count(*)::int as count ${timed}`, [
    ownerId,
  ]);
  return rows[0]?.count ?? 0;
};
