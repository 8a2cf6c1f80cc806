// Step 5: statuses from the log into the read model. Called by the search consumer.
import { prepared, type Queryable } from "../pool.ts";
import { newestStatuses, type StatusOf, upsertStatuses } from "./reminder-row.ts";

const statement = prepared("project-reminders", upsertStatuses(1));

/** Copies the statuses, each only if it is newer than what is there. */
export const projectReminders = async (db: Queryable, statuses: StatusOf[]): Promise<void> => {
  if (statuses.length === 0) return;
  await db.query(statement([JSON.stringify(newestStatuses(statuses))]));
};
