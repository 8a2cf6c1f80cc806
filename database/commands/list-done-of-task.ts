// What was answered to commands of a task, while it is kept (7 days). Called by the consumers' look for gaps in the log.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select plan, replies from commands
where user_id = $1 and status = 'done' and plan @> jsonb_build_array(jsonb_build_object('command', jsonb_build_object('taskId', $2::text)))
order by created_at`;

/** Plans and their replies as they were stored, by this or an older version of the program. */
export const listDoneOfTask = async (
  db: Queryable,
  { ownerId, taskId }: { ownerId: Id; taskId: Id },
): Promise<{ plan: unknown; replies: unknown }[]> =>
  (await db.query<{ plan: unknown; replies: unknown }>(statement, [ownerId, taskId])).rows;
