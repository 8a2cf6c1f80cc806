// People whose digest the scheduler may have lost. Called by the armer until none is left.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select user_id as id from people
where has_digest
  and not exists (select from armed where kind = 'person' and armed.id = people.user_id and armed.epoch = $1)
  and user_id <> all ($3::uuid[])
order by user_id
limit $2`;

/** The next people to arm in this epoch, none of `except`. */
export const listPeopleToArm = async (
  db: Queryable,
  { epoch, limit, except = [] }: { epoch: Id; limit: number; except?: Id[] },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [epoch, limit, except]);
  return rows.map(({ id }) => id);
};
