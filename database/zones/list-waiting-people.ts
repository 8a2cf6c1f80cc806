// People for whom something waits for an instant. Read page by page when the time zone data have changed.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select id from (
  select owner_id as id from reminders where state in ('scheduled', 'snoozed')
  union select owner_id from tasks where doc ->> 'onMissed' = 'skip'
  union select user_id from people where has_digest
) as waiting
where $1::uuid is null or id > $1
order by id
limit $2`;

/** The next of them after one; null begins. */
export const listWaitingPeople = async (
  db: Queryable,
  { after, limit }: { after: Id | null; limit: number },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [after, limit]);
  return rows.map(({ id }) => id);
};
