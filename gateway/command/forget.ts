// What nobody needs any more is deleted, however much there is of it. Called by repeater.ts once an hour.
import { forgetOldAccountEvents } from "../../database/account-events/forget-old-account-events.ts";
import { forgetExpiredSessions } from "../../database/accounts/forget-expired-sessions.ts";
import { forgetExpiredVerifications } from "../../database/accounts/forget-expired-verifications.ts";
import { forgetOldIntents } from "../../database/commands/forget-old-intents.ts";
import { forgetOldRetimes } from "../../database/retimes/forget-old-retimes.ts";
import { forgetExpiredSecrets } from "../../database/secrets/forget-expired-secrets.ts";
import type { Database } from "../../database/pool.ts";

const everything = [
  forgetOldIntents,
  forgetOldRetimes,
  forgetExpiredSessions,
  forgetExpiredVerifications,
  forgetExpiredSecrets,
  forgetOldAccountEvents,
];

/** Small enough that nobody waits for its locks. */
const batch = 1_000;

/** Deletes batch after batch until nothing is left, or `signal` says to stop. Throws a database error. */
export const forget = async (db: Database, signal: AbortSignal): Promise<void> => {
  for (const one of everything) while (!signal.aborted && (await one(db, batch)) >= batch);
};
