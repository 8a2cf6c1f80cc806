// Which task a reminder is of, also after it was taken away: a repeated request must find its way. Called by the routes of /reminders/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select r.task_id from reminders r left join tasks t on t.id = r.task_id
where r.reminder_id = $1 and r.owner_id = $2
order by t.doc @> jsonb_build_object('reminders', jsonb_build_array(jsonb_build_object('id', $1::uuid))) desc nulls last,
  r.state = 'fired' desc, r.task_id
limit 1`;

/**
 * The task's id, or null when this person never had a reminder of that id. Of two tasks it is the one that has it still,
 * then as in `readReminder`.
 */
export const readTaskOfReminder = async (
  db: Queryable,
  { reminderId, ownerId }: { reminderId: Id; ownerId: Id },
): Promise<Id | null> => {
  const { rows } = await db.query<{ task_id: Id }>(statement, [reminderId, ownerId]);
  return rows[0]?.task_id ?? null;
};
