// What nobody needs any more is deleted, however much there is of it. Called by repeater.ts once an hour.
import { forgetExpiredSessions } from "../../database/accounts/forget-expired-sessions.ts";
import { forgetOldIntents } from "../../database/commands/forget-old-intents.ts";
import { forgetOldRetimes } from "../../database/retimes/forget-old-retimes.ts";
import type { Database } from "../../database/pool.ts";

/** Small enough that nobody waits for its locks. */
const batch = 1_000;

/** Deletes batch after batch until nothing is left, or `signal` says to stop. Throws a database error. */
export const forget = async (db: Database, signal: AbortSignal): Promise<void> => {
  for (const one of [forgetOldIntents, forgetOldRetimes, forgetExpiredSessions])
    while (!signal.aborted && (await one(db, batch)) >= batch);
};
