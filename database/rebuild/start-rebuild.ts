// A second read model beside the live one, seen by one connection only and gone with it. Called by replay.
import type { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";
import { newestRows, upsertTasksInto } from "../tasks/task-row.ts";

/** Makes the empty table `tasks_rebuilt` of this connection. */
export const startRebuild = async (connection: Queryable): Promise<void> => {
  await connection.query("create temporary table tasks_rebuilt (like tasks including all)");
};

const statement = upsertTasksInto("tasks_rebuilt");

/** Adds snapshots; the newest of each task stays. */
export const addRebuilt = async (connection: Queryable, tasks: Task[]): Promise<void> => {
  if (tasks.length > 0) await connection.query(statement, [JSON.stringify(newestRows(tasks))]);
};

/** How many tasks were rebuilt. */
export const countRebuilt = async (connection: Queryable): Promise<number> => {
  const { rows } = await connection.query<{ count: string }>("select count(*) from tasks_rebuilt");
  return Number(rows[0]?.count ?? 0);
};
