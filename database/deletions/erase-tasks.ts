// The copies of some tasks of a deleted account, once their actors hold nothing any more. Called by the gateway's eraser.
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** What an actor may hold is found by the list and by the log, should the list not know it (yet). */
const list = `
select id from (
  select id from tasks where owner_id = $1
  union select task_id from reminders where owner_id = $1
  union select task_id from audit where owner_id = $1 and task_id is not null
) found where id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid) order by id limit $3`;

const statements = [
  `delete from reminders where owner_id = $1 and task_id = any ($2::uuid[])`,
  `delete from occurrences where owner_id = $1 and task_id = any ($2::uuid[])`,
  `delete from armed where $1::uuid is not null and kind = 'task' and id = any ($2::uuid[])`,
  `delete from delivery_attempts where report ->> 'userId' = $1::text or report ->> 'taskId' = any ($2::text[])`,
  `delete from tasks where owner_id = $1 and id = any ($2::uuid[])`,
];

/** At most `limit` ids of tasks after the one named, in the order of ids. */
export const listTasksToErase = async (
  db: Queryable,
  { userId, after, limit }: { userId: Id; after: Id | null; limit: number },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: string }>(list, [userId, after, limit]);
  return rows.map(({ id }) => Id.parse(id));
};

export const eraseTasks = async (
  db: Queryable,
  { userId, ids }: { userId: Id; ids: Id[] },
): Promise<void> => {
  for (const statement of statements) await db.query(statement, [userId, ids]);
};
