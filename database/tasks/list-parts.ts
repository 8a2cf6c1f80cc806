// All parts of some tasks, on every level. Called when a task ends or comes back, for they go with it.
import type { Id } from "../../domain/ids.ts";
import type { TaskStatus } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";

/** A part of the task `of`, directly or of a part of it. `inTrash`: it or a part between them is in the trash. */
export type Part = {
  id: Id;
  of: Id;
  parentId: Id;
  status: TaskStatus;
  deleted: boolean;
  inTrash: boolean;
};

/** As deep as tasks may be nested. */
const maxLevels = 10;

const statement = `
with recursive parts as (
  select id, doc ->> 'parentId' as parent_id, doc ->> 'parentId' as top, status, deleted, deleted as in_trash, 1 as level
  from tasks where owner_id = $1 and doc ->> 'parentId' = any ($2::text[])
  union all
  select below.id, below.doc ->> 'parentId', parts.top, below.status, below.deleted,
    parts.in_trash or below.deleted, parts.level + 1
  from parts join tasks below on below.owner_id = $1 and below.doc ->> 'parentId' = parts.id::text
  where parts.level < ${maxLevels}
)
select id, top as "of", parent_id as "parentId", status, deleted, in_trash as "inTrash"
from parts order by level, id limit $3`;

/** Those nearest first; `limit` bounds them all together. */
export const listParts = async (
  db: Queryable,
  { ownerId, taskIds, limit }: { ownerId: Id; taskIds: Id[]; limit: number },
): Promise<Part[]> => {
  const { rows } = await db.query<Part>(statement, [ownerId, taskIds, limit]);
  return rows;
};
