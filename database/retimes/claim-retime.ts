// Takes up the one that waits longest, so that all people get a slice in turn. Called by the retimer of any gateway.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { columns, lease, type Retime } from "./retime.ts";

const statement = `
update retimes set ready_at = now() + ${lease}
where id = (
  select id from retimes where finished_at is null and ready_at <= now()
  order by ready_at limit 1
  for update skip locked
)
returning ${columns}`;

/** Null when nothing is to be done. Nobody else gets it for 30 s. */
export const claimRetime = async (db: Queryable): Promise<Retime | null> =>
  (await db.query<Retime>(statement)).rows[0] ?? null;

/** Gives it back to be taken up in so many ms. */
export const postponeRetime = async (db: Queryable, id: Id, ms: number): Promise<void> => {
  const later = "update retimes set ready_at = now() + $2 * interval '1 ms' where id = $1";
  await db.query(later, [id, ms]);
};
