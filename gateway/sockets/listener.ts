// Between the feed and the devices: every update to its audience, a beat every 20 s, and an end for sessions that ended.
import type { Outages } from "../../domain/outages.ts";
import type { Database } from "../../database/pool.ts";
import { startLoop } from "../../process/loop.ts";
import type { UpdateFeed } from "../feed/feed.ts";
import { closeEnded } from "../auth/ended.ts";
import type { Hub } from "./hub.ts";
import { frame, updateFrame } from "./messages.ts";
import { createMovingTeller } from "./moving.ts";

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
  const tellMoving = createMovingTeller(deps);
  const check = async (): Promise<void> => {
    await closeEnded(deps);
    await tellMoving();
    outages.worked("the database");
  };
  const onFailure = (err: unknown): void => outages.failed("the database", { err });
  const checks = startLoop(check, { everyMs: checkEveryMs, onFailure });
  return {
    stop: () => {
      clearInterval(beats);
      void checks.stop();
    },
  };
};

const beat = ({ hub, feed }: ListenerDeps): void => {
  const text = frame({ type: "beat", cursor: feed.ring.cursor() });
  for (const connection of hub.all()) connection.probe();
  for (const connection of hub.following()) connection.send(text);
};
