// Step 5: people's settings from the log into the read model. Called by the search consumer.
import type { User } from "../../domain/user.ts";
import type { Queryable } from "../pool.ts";

const statement = `
insert into people (user_id, version, settings)
select distinct on (id) id, version, settings
from jsonb_to_recordset($1::jsonb) as row (id uuid, version int, settings jsonb)
order by id, version desc
on conflict (user_id) do update set version = excluded.version, settings = excluded.settings
where people.version < excluded.version`;

/** Copies the people, each only if newer than what is there. */
export const projectPeople = async (db: Queryable, people: User[]): Promise<void> => {
  if (people.length > 0) await db.query(statement, [JSON.stringify(people)]);
};
