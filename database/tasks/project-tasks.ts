// Step 5: snapshots from the log into the read model. Called by the search consumer and replay.
import type { Task } from "../../domain/task.ts";
import { prepared, type Queryable } from "../pool.ts";
import { newestRows, upsertTasks } from "./task-row.ts";

const statement = prepared("project-tasks", upsertTasks);

/** Copies the tasks to the read model, each only if it is newer than what is there. Returns how many were. */
export const projectTasks = async (db: Queryable, tasks: Task[]): Promise<number> => {
  if (tasks.length === 0) return 0;
  return (await db.query(statement([JSON.stringify(newestRows(tasks))]))).rowCount ?? 0;
};
