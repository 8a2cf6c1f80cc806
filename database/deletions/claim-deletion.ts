// Takes up a deletion that nobody is at. Called by the gateway's eraser.
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** Whoever is at one says so again with each slice; an hour after all was erased it is looked at once more. */
const statement = `
update account_deletions set attempted_at = now() where user_id = (
  select user_id from account_deletions
  where attempted_at < now() - case when erased_at is null then interval '30 seconds' else interval '1 hour' end
  order by attempted_at limit 1 for update skip locked
) returning user_id as "userId", erased_at is not null as "isErased"`;

const touch = `update account_deletions set attempted_at = now() where user_id = $1`;
const done = `update account_deletions set erased_at = coalesce(erased_at, now()), attempted_at = now() where user_id = $1`;
const forget = `delete from account_deletions where erased_at < now() - interval '31 days'`;

export type Deletion = { userId: Id; isErased: boolean };

export const claimDeletion = async (db: Queryable): Promise<Deletion | null> => {
  const { rows } = await db.query<Deletion>(statement);
  const row = rows[0];
  return row ? { ...row, userId: Id.parse(row.userId) } : null;
};

/** Somebody is at it. */
export const touchDeletion = async (db: Queryable, userId: Id): Promise<void> => {
  await db.query(touch, [userId]);
};

/** All that was there is erased. */
export const finishDeletion = async (db: Queryable, userId: Id): Promise<void> => {
  await db.query(done, [userId]);
};

/** Nothing can come back any more of those that were erased more than 31 days ago. */
export const forgetDeletions = async (db: Queryable): Promise<void> => {
  await db.query(forget);
};
