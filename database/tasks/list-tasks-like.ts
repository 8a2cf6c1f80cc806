// Tasks of one person with words that a message may name them by: a few for each term. Called by the chat, where a list is too long to be read whole.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { prepared, type Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";

// The words alone narrow it down: they begin with the owner's mark. A term of many tasks is cut off before they are all fetched.
const statement = prepared(
  "list-tasks-like",
  `
select one.doc, one.mark from unnest($2::text[]) as said (term) cross join lateral (
  with found as materialized (
    select id, owner_id, shelf, doc, xmin::text as mark from tasks where search @@ said.term::tsquery limit 400
  )
  select doc, mark from found where owner_id = $1 and shelf = $3::smallint limit $4
) one`,
);

/** Up to `each` open tasks for every term (tsquery text, see words.ts), each task once. */
export const listTasksLike = async (
  db: Queryable,
  { ownerId, terms, each }: { ownerId: Id; terms: string[]; each: number },
): Promise<Task[]> => {
  if (terms.length === 0) return [];
  const { rows } = await db.query<TaskRead>(statement([ownerId, terms, 0, each]));
  return [...new Map(rows.map(taskOfRow).map((task) => [task.id, task])).values()];
};
