// Remembers which topic of a name is read. Called by the consumers' watch of the log.
import type { Queryable } from "../pool.ts";

const statement = `
insert into log_topics (name, topic_id) values ($1, $2)
on conflict (name) do update set topic_id = excluded.topic_id, seen_at = now()`;

export const saveLogTopic = async (
  db: Queryable,
  { name, topicId }: { name: string; topicId: string },
): Promise<void> => {
  await db.query(statement, [name, topicId]);
};
