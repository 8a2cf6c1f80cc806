// What a person was told and has not seen: the first page of a device's snapshot carries it. Called by the sockets' greeting.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { selectReminders, StoredReminder } from "./reminder-row.ts";

const statement = `${selectReminders}
  and r.owner_id = $1 and r.state = 'fired' and r.doc ->> 'toldWith' is null and not t.deleted
  and r.scheduled_for > now() - interval '7 days'
order by r.scheduled_for desc
limit 100`;

/** One a notification, newest first, of the last seven days. */
export const listTold = async (db: Queryable, ownerId: Id): Promise<StoredReminder[]> => {
  const { rows } = await db.query(statement, [ownerId]);
  return rows.map((row) => StoredReminder.parse(row));
};
