// Asks whether the database answers. Called by the health pages.
import type { Queryable } from "./pool.ts";

/** Resolves when the database answered; throws what isDatabaseDown understands when it did not. */
export const ping = async (db: Queryable): Promise<void> => {
  await db.query("select 1");
};
