// The subtasks of a task. Called by the consumer that follows a parent's roll-over.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select id from tasks where owner_id = $1 and doc ->> 'parentId' = $2 and not deleted order by id`;

/** Their ids, those in the trash left out. */
export const listSubtasks = async (
  db: Queryable,
  { ownerId, parentId }: { ownerId: Id; parentId: Id },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [ownerId, parentId]);
  return rows.map(({ id }) => id);
};
