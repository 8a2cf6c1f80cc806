// What changed has to be looked at again by the armer: its timers may not have been taken. Called by the search consumer.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import type { ArmedKind } from "./mark-armed.ts";

const statement = "delete from armed where kind = $1 and id = any ($2::uuid[])";

/** Tasks or people whose timers the next round registers again. */
export const forgetArmed = async (db: Queryable, kind: ArmedKind, ids: Id[]): Promise<void> => {
  if (ids.length > 0) await db.query(statement, [kind, ids.toSorted()]);
};
