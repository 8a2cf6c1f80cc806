// Which topic of a name was read last. Called by the consumers' watch of the log.
import type { Queryable } from "../pool.ts";

const statement = `select topic_id as "topicId" from log_topics where name = $1`;

/** The id of the topic, or null when none of that name was ever read. */
export const readLogTopic = async (db: Queryable, name: string): Promise<string | null> =>
  (await db.query<{ topicId: string }>(statement, [name])).rows[0]?.topicId ?? null;
