// Tasks by their ids, also those in the trash. Called by undo.
import type { Id } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";

const statement = "select doc from tasks where owner_id = $1 and id = any ($2) and shelf < 3";

/** The tasks of this owner among those named, as last projected. */
export const listTasksById = async (
  db: Queryable,
  which: { ownerId: Id; taskIds: Id[] },
): Promise<Task[]> => {
  const { rows } = await db.query<{ doc: unknown }>(statement, [which.ownerId, which.taskIds]);
  return rows.map(({ doc }) => Task.parse(doc));
};
