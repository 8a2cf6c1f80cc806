// Remembers what was armed, so that a round goes on where it stopped. Called by the armer.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** A task may have the id of a person: they are two things. */
export type ArmedKind = "task" | "person";

const statement = `
with marked as (
  insert into armed (kind, id, epoch) select $3, unnest($1::uuid[]), $2
  on conflict (kind, id) do update set epoch = excluded.epoch
)
update reminders set unarmed = false where unarmed and $3 = 'task' and task_id = any ($1::uuid[])`;

/** Tasks or people (`ids`) that were armed in this epoch. */
export const markArmed = async (
  db: Queryable,
  { kind, ids, epoch }: { kind: ArmedKind; ids: Id[]; epoch: Id },
): Promise<void> => {
  if (ids.length > 0) await db.query(statement, [ids.toSorted(), epoch, kind]);
};
