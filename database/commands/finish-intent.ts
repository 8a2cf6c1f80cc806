// Step 2b: the answer kept and the read model written through, in one statement. Called by execute and the repeater.
import type { Id } from "../../domain/ids.ts";
import type { KeptDirectoryReply } from "../../domain/directory/reply.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { prepared, type Queryable } from "../pool.ts";
import { newestStatuses, type StatusOf, upsertStatuses } from "../reminders/reminder-row.ts";
import { newestRows, upsertTasks } from "../tasks/task-row.ts";
import { together } from "../together.ts";
import { firstOfKey } from "./intent-key.ts";

// It need not wait for the disk: what it writes is known to the actor and to the log. When PostgreSQL dies in the moment before it is flushed,
// the intent is open again, and the repeater asks the actor, which knows the command. Whatever commits later flushes it too.
const statement = prepared(
  "finish-intents",
  `
with finished as (
  update commands c set status = 'done', replies = row.replies, directory_replies = row.directory_replies, done_at = now(), reason = null
  from (select set_config('synchronous_commit', 'off', true)) as this_transaction,
    jsonb_to_recordset($2::jsonb) as row (user_id uuid, key text, replies jsonb, directory_replies jsonb)
  where c.user_id = row.user_id and c.key = row.key and c.status <> 'done'
), reminded as (
  ${upsertStatuses(3)}
)
${upsertTasks}`,
);

/** An intent and the answers to its plan, and to what it orders of the directory. */
export type DoneIntent = {
  userId: Id;
  key: string;
  replies: TaskReply[];
  directoryReplies?: KeptDirectoryReply[] | undefined;
};

const finishAll = async (db: Queryable, all: DoneIntent[]): Promise<void[]> => {
  const replies = all.flatMap((done) => done.replies);
  const tasks = replies.flatMap((reply) => (reply.ok ? [reply.task] : []));
  await db.query(
    statement([
      JSON.stringify(newestRows(tasks)),
      JSON.stringify(firstOfKey(all).map(rowOf)),
      JSON.stringify(newestStatuses(replies.flatMap(statusesOf))),
    ]),
  );
  return all.map(() => undefined);
};

/**
 * Marks the intent done with its replies and copies each reply's task and reminders to the read model unless newer already.
 * Finishing twice keeps the first answer.
 */
export const finishIntent: (db: Queryable, done: DoneIntent) => Promise<void> = together(finishAll);

const rowOf = ({ userId, key, replies, directoryReplies }: DoneIntent) => ({
  user_id: userId,
  key,
  replies,
  directory_replies: directoryReplies ?? null,
});

const statusesOf = (reply: TaskReply): StatusOf[] =>
  reply.ok
    ? reply.reminders.map((status) => ({ status, ownerId: reply.task.ownerId, unarmed: false }))
    : [];
