// One reminder of a person. Called by the routes of /reminders/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { selectReminders, StoredReminder } from "./reminder-row.ts";

const statement = `
${selectReminders} and r.reminder_id = $1 and t.owner_id = $2
order by r.state = 'fired' desc, r.task_id
limit 1`;

/**
 * The reminder, or null when this person has none of that id. Of two tasks that have it (made at the same moment) the one
 * that was told and not seen, else the older one.
 */
export const readReminder = async (
  db: Queryable,
  { reminderId, ownerId }: { reminderId: Id; ownerId: Id },
): Promise<StoredReminder | null> => {
  const { rows } = await db.query(statement, [reminderId, ownerId]);
  return rows[0] === undefined ? null : StoredReminder.parse(rows[0]);
};
