// Step 2b: the answer kept and the read model written through, in one statement. Called by execute and the repeater.
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { prepared, type Queryable } from "../pool.ts";
import { newestStatuses, type StatusOf, upsertStatuses } from "../reminders/reminder-row.ts";
import { newestRows, upsertTasks } from "../tasks/task-row.ts";

// It need not wait for the disk: what it writes is known to the actor and to the log. When PostgreSQL dies in the moment before it is flushed,
// the intent is open again, and the repeater asks the actor, which knows the command. Whatever commits later flushes it too.
const statement = prepared(
  "finish-intent",
  `
with finished as (
  update commands set status = 'done', replies = $2::jsonb, done_at = now(), reason = null
  from (select set_config('synchronous_commit', 'off', true)) as this_transaction
  where user_id = $3 and key = $4 and status <> 'done'
), reminded as (
  ${upsertStatuses(5)}
)
${upsertTasks}`,
);

/**
 * Marks the intent done with its replies and copies each reply's task and reminders to the read model unless newer already.
 * Finishing twice keeps the first answer.
 */
export const finishIntent = async (
  db: Queryable,
  done: { userId: Id; key: string; replies: TaskReply[] },
): Promise<void> => {
  const tasks = done.replies.flatMap((reply) => (reply.ok ? [reply.task] : []));
  await db.query(
    statement([
      JSON.stringify(newestRows(tasks)),
      JSON.stringify(done.replies),
      done.userId,
      done.key,
      JSON.stringify(newestStatuses(done.replies.flatMap(statusesOf))),
    ]),
  );
};

const statusesOf = (reply: TaskReply): StatusOf[] =>
  reply.ok
    ? reply.reminders.map((status) => ({ status, ownerId: reply.task.ownerId, unarmed: false }))
    : [];
