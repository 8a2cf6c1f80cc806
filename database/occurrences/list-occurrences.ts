// The occurrences of a task that are over. Called by GET /tasks/{id}/occurrences.
import { PassedOccurrence } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select doc from occurrences where owner_id = $1 and task_id = $2 order by slot desc limit $3`;

/** Newest first, at most `limit`. */
export const listOccurrences = async (
  db: Queryable,
  { ownerId, taskId, limit }: { ownerId: Id; taskId: Id; limit: number },
): Promise<PassedOccurrence[]> => {
  const { rows } = await db.query<{ doc: unknown }>(statement, [ownerId, taskId, limit]);
  return rows.map(({ doc }) => PassedOccurrence.parse(doc));
};
