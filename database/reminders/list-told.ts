// What a person was told and has not seen: the first page of a device's snapshot carries it. Called by the sockets' greeting.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { selectReminders, StoredReminder } from "./reminder-row.ts";

/** A reminder that was told, with the others its notification told: `reminderIds`, itself first. */
export const Told = StoredReminder.extend({ reminderIds: z.array(Id) });
export type Told = z.infer<typeof Told>;

const statement = `
with told as (
  ${selectReminders}
  and r.owner_id = $1 and r.state = 'fired' and r.doc ->> 'toldWith' is null and not t.deleted
  and r.scheduled_for > now() - interval '7 days'
  order by r.scheduled_for desc
  limit 100
)
select told.*, array(
  select f.reminder_id::text from reminders f
  where f.owner_id = $1 and f.state = 'fired' and f.task_id = (told.status ->> 'taskId')::uuid
    and told.status ->> 'reminderId' in (f.reminder_id::text, f.doc ->> 'toldWith')
  order by f.doc ->> 'toldWith' nulls first, f.reminder_id
) as "reminderIds"
from told order by at desc`;

/** One a notification, newest first, of the last seven days. */
export const listTold = async (db: Queryable, ownerId: Id): Promise<Told[]> => {
  const { rows } = await db.query(statement, [ownerId]);
  return rows.map((row) => Told.parse(row));
};
