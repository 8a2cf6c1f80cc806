// Which ids of reminders another task of the same person has, or had. Called by the routes that set reminders.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select distinct reminder_id as id from reminders r
where owner_id = $1 and reminder_id = any ($2::uuid[]) and task_id <> $3
  and not exists (select from reminders own where own.task_id = $3 and own.reminder_id = r.reminder_id)`;

/** Those of the ids that are another task's of this person and never were this task's. Other people's do not count. */
export const listTakenIds = async (
  db: Queryable,
  { ownerId, taskId, ids }: { ownerId: Id; taskId: Id; ids: Id[] },
): Promise<Id[]> => {
  if (ids.length === 0) return [];
  return (await db.query<{ id: Id }>(statement, [ownerId, ids, taskId])).rows.map(({ id }) => id);
};
