// What changed has to be looked at again by the sweeper: its timers may not have been taken. Called by the search consumer.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = "delete from armed where id = any ($1::uuid[])";

/** Tasks or people whose timers the next sweep registers again. */
export const forgetArmed = async (db: Queryable, ids: Id[]): Promise<void> => {
  if (ids.length > 0) await db.query(statement, [ids.toSorted()]);
};
