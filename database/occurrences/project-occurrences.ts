// Step 5: occurrences that are over, from the log into the read model. Called by the search consumer.
import type { TaskEvent } from "../../domain/event.ts";
import type { Queryable } from "../pool.ts";

const statement = `
with given as (
  select (event ->> 'subject')::uuid as task_id, (event ->> 'ownerid')::uuid as owner_id,
    (event ->> 'sequence')::int as version, event -> 'data' -> 'passed' as passed, event -> 'data' ->> 'cameBack' as came_back
  from jsonb_array_elements($1::jsonb) as event
), back as (
  delete from occurrences o using given g
  where g.came_back is not null and o.task_id = g.task_id and o.slot >= g.came_back and o.version < g.version
)
insert into occurrences (occurrence_id, task_id, owner_id, version, slot, doc)
select distinct on (g.task_id, (one ->> 'id')::uuid) (one ->> 'id')::uuid, g.task_id, g.owner_id, g.version, one ->> 'slot', one
from given g, jsonb_array_elements(g.passed) as one
where g.passed is not null
  and not exists (
    select from given later
    where later.task_id = g.task_id and later.version > g.version and later.came_back <= one ->> 'slot'
  )
order by g.task_id, (one ->> 'id')::uuid, g.version desc
on conflict (task_id, occurrence_id) do update set version = excluded.version, doc = excluded.doc
where occurrences.version < excluded.version`;

/** Stores what passed and removes what came back, in the order of the tasks' versions within the bulk. */
export const projectOccurrences = async (db: Queryable, events: TaskEvent[]): Promise<void> => {
  const telling = events.filter(
    ({ data }) => data.passed !== undefined || data.cameBack !== undefined,
  );
  if (telling.length === 0) return;
  const slim = telling.map(({ subject, ownerid, sequence, data }) => ({
    subject,
    ownerid,
    sequence,
    data: { passed: data.passed, cameBack: data.cameBack },
  }));
  await db.query(statement, [JSON.stringify(slim)]);
};
