// Compares the rebuilt read model with the live one, row by row and column by column. Called by replay.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/**
 * One task that is not the same in both. A version is null where that side has no such task. `fields` are the names of
 * the task's fields that differ; none when only what is derived from the task (search words, keys) does.
 */
export type Difference = {
  taskId: Id;
  live: number | null;
  rebuilt: number | null;
  fields: string[];
};

const statement = `
select coalesce(live.id, rebuilt.id) as "taskId", live.version as live, rebuilt.version as rebuilt, array(
    select key from jsonb_each(live.doc) as one (key, value)
    full join jsonb_each(rebuilt.doc) as other (key, value) using (key)
    where one.value is distinct from other.value and live.id is not null and rebuilt.id is not null
    order by key
  ) as fields
from tasks live full join tasks_rebuilt rebuilt on live.id = rebuilt.id
where (live.id, live.owner_id, live.version, live.doc, live.project_key, live.tag_keys, live.search)
  is distinct from
  (rebuilt.id, rebuilt.owner_id, rebuilt.version, rebuilt.doc, rebuilt.project_key, rebuilt.tag_keys, rebuilt.search)
order by 1
limit $1`;

/** Up to `limit` differences, by task id. None: the two are equal. */
export const listDifferences = async (
  connection: Queryable,
  query: { limit: number },
): Promise<Difference[]> => (await connection.query<Difference>(statement, [query.limit])).rows;
