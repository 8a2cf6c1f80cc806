// What happened under a correlation id, as the log has it for good. Called by undo.
import type { Source } from "../../domain/command.ts";
import type { Changes } from "../../domain/changes.ts";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** One event. `taskId` is null where it is about no task, `version` that of its subject. */
export type LoggedChange = {
  type: string;
  subject: Id;
  taskId: Id | null;
  version: number;
  origin: Source;
  changes: Changes;
};

const statement = `
select type, subject, task_id as "taskId", version, origin, changes from audit
where owner_id = $1 and correlation_id = $2
order by occurred_at, seq`;

/** A person's events of one correlation id, oldest first. They are stored some milliseconds after the change. */
export const listChanges = async (
  db: Queryable,
  which: { userId: Id; correlationId: Id },
): Promise<LoggedChange[]> =>
  (await db.query<LoggedChange>(statement, [which.userId, which.correlationId])).rows;
