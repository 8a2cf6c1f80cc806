// What was ordered under a correlation id, with the answers: kept 7 days. Called by the chat and by undo.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { KeptDirectoryReply } from "../../domain/directory/reply.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import type { Queryable } from "../pool.ts";

/** `replies` are null while it is under way; `undoes` is the correlation id it takes back. */
export type PastIntent = {
  key: string;
  plan: CommandEnvelope[];
  replies: TaskReply[] | null;
  undoes: Id | null;
  directory: DirectoryEnvelope[] | null;
  directoryReplies: KeptDirectoryReply[] | null;
};

const statement = `
select key, plan, replies, undoes, directory, directory_replies as "directoryReplies" from commands
where user_id = $1 and correlation_id = $2
order by created_at, key`;

/** A person's intents of one correlation id, in the order they came. Plans and replies are as this or an older version stored them. */
export const listIntents = async (
  db: Queryable,
  which: { userId: Id; correlationId: Id },
): Promise<PastIntent[]> =>
  (await db.query<PastIntent>(statement, [which.userId, which.correlationId])).rows;
