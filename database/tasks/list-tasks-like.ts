// Tasks of one person with words that a message may name them by: a few for each term. Called by the chat, where a list is too long to be read whole.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { prepared, type Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";

// The words alone narrow it down: they begin with the owner's mark. "+ 0" and "coalesce" keep the planner from walking through the owner's
// list instead. Done tasks with the word are passed over, not counted, so they push out no open one.
const statement = prepared(
  "list-tasks-like",
  `
select one.doc, one.mark, said.term from unnest($2::text[]) as said (term) cross join lateral (
  select doc, xmin::text as mark from tasks
  where search @@ said.term::tsquery and coalesce(owner_id) = $1 and shelf + 0 = 0 limit $3
) one`,
);

/**
 * Up to `each` open tasks for every term (tsquery text, see words.ts), each task once. `isCut`: a term has more of them. Which of them are
 * here is then chance, so that one that fits is not known to be the only one.
 */
export const listTasksLike = async (
  db: Queryable,
  { ownerId, terms, each }: { ownerId: Id; terms: string[]; each: number },
): Promise<{ tasks: Task[]; isCut: boolean }> => {
  if (terms.length === 0) return { tasks: [], isCut: false };
  const { rows } = await db.query<TaskRead & { term: string }>(
    statement([ownerId, terms, each + 1]),
  );
  const counts = new Map<string, number>();
  for (const { term } of rows) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    tasks: [...new Map(rows.map(taskOfRow).map((task) => [task.id, task])).values()],
    isCut: [...counts.values()].some((count) => count > each),
  };
};
