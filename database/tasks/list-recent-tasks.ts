// Lists what one person finished or threw away lately, the latest first. Called by the chat, which speaks of such tasks.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";
import { taskOfRow } from "./task-of-row.ts";

// updatedAt is an RFC 3339 instant in UTC with milliseconds, so the order of the text is the order of time.
const statement = `
select doc from tasks
where owner_id = $1
  and (case when $2 then deleted else not deleted and status in ('done', 'cancelled') end)
order by doc ->> 'updatedAt' desc, id desc
limit $3`;

/** At most `limit` tasks by their last change: those in the trash, or the done and cancelled ones outside it. */
export const listRecentTasks = async (
  db: Queryable,
  which: { ownerId: Id; inTrash: boolean; limit: number },
): Promise<Task[]> => {
  const values = [which.ownerId, which.inTrash, which.limit];
  const { rows } = await db.query<{ doc: unknown }>(statement, values);
  return rows.map(taskOfRow);
};
