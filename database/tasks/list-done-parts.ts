// The parts of open tasks that ended before some instant. Called for the sockets' snapshots, which leave out other tasks of that age.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { prepared, type Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";

const statement = prepared(
  "list-done-parts",
  `
select part.doc, part.xmin::text as mark
from tasks part join tasks parent on parent.id = (part.doc ->> 'parentId')::uuid
where part.owner_id = $1 and part.doc ->> 'parentId' is not null and part.shelf = 1 and part.over_at < $2
  and parent.owner_id = $1 and parent.shelf = 0`,
);

/** All of them, in no order. */
export const listDoneParts = async (
  db: Queryable,
  { ownerId, before }: { ownerId: Id; before: string },
): Promise<Task[]> => (await db.query<TaskRead>(statement([ownerId, before]))).rows.map(taskOfRow);
