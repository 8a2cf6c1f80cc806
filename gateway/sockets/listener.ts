// Between the feed and the devices: every update to its audience, a beat every 20 s, and an end for sessions that ended.
import type { Outages } from "../../domain/outages.ts";
import { listLiveTokens } from "../../database/accounts/list-live-tokens.ts";
import type { Database } from "../../database/pool.ts";
import type { UpdateFeed } from "../feed/feed.ts";
import type { Hub } from "./hub.ts";
import { frame, updateFrame } from "./messages.ts";

export const beatEveryMs = 20_000;

type ListenerDeps = {
  feed: Pick<UpdateFeed, "listen" | "ring">;
  hub: Hub;
  db: Database;
  outages: Outages;
};

/** Starts to hand out the feed. `stop` ends the beats. */
export const startListener = (deps: ListenerDeps): { stop(): void } => {
  const { feed, hub, outages } = deps;
  feed.listen({
    update: (entry, cursor) => hub.deliver(entry.audience, updateFrame(entry, cursor)),
    gap: () => {
      for (const connection of hub.following()) {
        connection.close("restarting", "the feed has a hole: begin anew");
      }
    },
  });
  const timer = setInterval(() => {
    beat(deps);
    // The next beat tries again.
    closeEnded(deps).then(
      () => outages.worked("the database"),
      (error: unknown) => outages.failed("the database", { err: error }),
    );
  }, beatEveryMs);
  return { stop: () => clearInterval(timer) };
};

const beat = ({ hub, feed }: ListenerDeps): void => {
  const text = frame({ type: "beat", cursor: feed.ring.cursor() });
  for (const connection of hub.all()) connection.probe();
  for (const connection of hub.following()) connection.send(text);
};

/** Closes the sockets whose session was signed out or has expired: one query for all of them. */
export const closeEnded = async ({ hub, db }: Pick<ListenerDeps, "hub" | "db">): Promise<void> => {
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
