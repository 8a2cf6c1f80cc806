// Reads one task of the read model. Called by the gateway where the actor need not be asked.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";

const statement =
  "select doc, xmin::text as mark from tasks where id = $1 and owner_id = $2 and shelf < 3";

/** The task as last projected, also when it is in the trash; null when this owner has none of that id (any more). */
export const readTask = async (
  db: Queryable,
  which: { ownerId: Id; taskId: Id },
): Promise<Task | null> => {
  const row = (await db.query<TaskRead>(statement, [which.taskId, which.ownerId])).rows[0];
  return row ? taskOfRow(row) : null;
};
