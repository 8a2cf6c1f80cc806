// Sockets do not outlive their session: asked at once where this gateway ended one, and every second for those others ended.
import type { Logger } from "pino";
import { listLiveTokens } from "../../database/accounts/list-live-tokens.ts";
import type { Database } from "../../database/pool.ts";

/** Who is connected, and by which session. */
type Connected = {
  all(): {
    session(): { token: string } | null;
    close(code: "unauthenticated", message: string): void;
  }[];
};

/** Closes the sockets whose session was signed out, revoked or has expired: one query for all of them. */
export const closeEnded = async ({ hub, db }: { hub: Connected; db: Database }): Promise<void> => {
  const signedIn = hub.all().flatMap((connection) => {
    const session = connection.session();
    return session ? [{ connection, token: session.token }] : [];
  });
  if (signedIn.length === 0) return;
  const live = await listLiveTokens(db, [...new Set(signedIn.map(({ token }) => token))]);
  for (const { connection, token } of signedIn) {
    if (!live.has(token)) connection.close("unauthenticated", "this session has ended");
  }
};

/** The same for a request that ended a session: that it could not be asked now must not fail the request. */
export const closeEndedSoon = (deps: {
  hub: Connected;
  db: Database;
  log: Logger;
}): Promise<void> =>
  closeEnded(deps).catch((error: unknown) =>
    deps.log.warn({ err: error }, "sockets of an ended session are closed a second later"),
  );
