// What waits until then has its Job in this epoch. Called by the armer, so that nothing is armed twice.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { begunAt } from "./begun.ts";

// What an epoch's own round did counts in it, however early it was.
const statement = `
update reminders set armed_at = greatest($3::timestamptz, ${begunAt("$2")})
where task_id = any ($1::uuid[]) and state in ('scheduled', 'snoozed') and scheduled_for <= $4`;

/** The reminders of tasks that were asked at `askedAt` to arm what waits until `until`. */
export const markRemindersArmed = async (
  db: Queryable,
  { taskIds, epoch, askedAt, until }: { taskIds: Id[]; epoch: Id; askedAt: Date; until: Date },
): Promise<void> => {
  if (taskIds.length > 0) await db.query(statement, [taskIds.toSorted(), epoch, askedAt, until]);
};
