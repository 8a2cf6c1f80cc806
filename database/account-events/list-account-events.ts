// What happened to an account of late, the newest first. Called by GET /account/events and the export.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { AccountEvent } from "./account-event.ts";

const statement = `
select id, type, at, address, agent, detail from account_events
where user_id = $1
  and ($2::uuid is null or id < $2 and exists (select from account_events named where named.id = $2 and named.user_id = $1))
order by id desc limit $3`;

/** At most `limit` entries before the one named; before one that is not this person's there are none. */
export const listAccountEvents = async (
  db: Queryable,
  { userId, before, limit }: { userId: Id; before?: Id | undefined; limit: number },
): Promise<AccountEvent[]> => {
  const { rows } = await db.query(statement, [userId, before ?? null, limit]);
  return rows.map((row) => AccountEvent.parse(row));
};
