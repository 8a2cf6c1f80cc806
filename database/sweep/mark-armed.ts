// Remembers what was armed, so that a sweep goes on where it stopped. Called by the sweeper.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
with marked as (
  insert into armed (id, epoch) select unnest($1::uuid[]), $2
  on conflict (id) do update set epoch = excluded.epoch
)
update reminders set unarmed = false where unarmed and task_id = any ($1::uuid[])`;

/** Tasks or people (`ids`) that were armed in this epoch. */
export const markArmed = async (
  db: Queryable,
  { ids, epoch }: { ids: Id[]; epoch: Id },
): Promise<void> => {
  if (ids.length > 0) await db.query(statement, [ids.toSorted(), epoch]);
};
