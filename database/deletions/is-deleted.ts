// Whether an account was deleted of late. Called before something is sent to its person.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `select exists (select from account_deletions where user_id = $1) as deleted`;

/** From the answer to the deletion on, for as long as something of the account may still be under way (31 days). */
export const isDeleted = async (db: Queryable, userId: Id): Promise<boolean> =>
  (await db.query<{ deleted: boolean }>(statement, [userId])).rows[0]?.deleted ?? false;
