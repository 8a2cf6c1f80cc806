// Between the feed and the devices: every update to its audience, a beat every 20 s, and an end for sessions that ended.
import type { Outages } from "../../domain/outages.ts";
import type { Database } from "../../database/pool.ts";
import type { UpdateFeed } from "../feed/feed.ts";
import { closeEnded } from "../auth/ended.ts";
import type { Hub } from "./hub.ts";
import { frame, updateFrame } from "./messages.ts";

export const beatEveryMs = 20_000;
/** How long a session may be over before its sockets are, where another gateway ended it: one query for all of them. */
const checkEveryMs = 1_000;

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
  const beats = setInterval(() => beat(deps), beatEveryMs);
  const checks = setInterval(
    inTurn(() => closeEnded(deps), outages),
    checkEveryMs,
  );
  return {
    stop: () => {
      clearInterval(beats);
      clearInterval(checks);
    },
  };
};

/** Not again while the last is under way; the next one tries again what failed. */
const inTurn = (check: () => Promise<void>, outages: Outages): (() => void) => {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    check()
      .then(
        () => outages.worked("the database"),
        (error: unknown) => outages.failed("the database", { err: error }),
      )
      .finally(() => (running = false));
  };
};

const beat = ({ hub, feed }: ListenerDeps): void => {
  const text = frame({ type: "beat", cursor: feed.ring.cursor() });
  for (const connection of hub.all()) connection.probe();
  for (const connection of hub.following()) connection.send(text);
};
