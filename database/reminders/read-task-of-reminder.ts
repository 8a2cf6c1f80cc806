// Which task a reminder is of, also after it was taken away: a repeated request must find its way. Called by the routes of /reminders/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = "select task_id from reminders where reminder_id = $1 and owner_id = $2";

/** The task's id, or null when this person never had a reminder of that id. */
export const readTaskOfReminder = async (
  db: Queryable,
  { reminderId, ownerId }: { reminderId: Id; ownerId: Id },
): Promise<Id | null> => {
  const { rows } = await db.query<{ task_id: Id }>(statement, [reminderId, ownerId]);
  return rows[0]?.task_id ?? null;
};
