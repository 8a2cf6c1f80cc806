// Tells the gateway, by a row in the database, that the consumers are at work and what they see. Started by main.ts.
import { setTimeout as sleep } from "node:timers/promises";
import { beat } from "../database/heartbeats/beat.ts";
import type { Database } from "../database/pool.ts";
import { consumersBeat, type ConsumersBeat } from "../domain/heartbeat.ts";
import type { Outages } from "../domain/outages.ts";

const everyMs = 2_000;

/** Beats until stopped. `look` gives what is to be told; it must not wait. */
export const startHeartbeat = (deps: {
  db: Database;
  look: () => ConsumersBeat;
  outages: Outages;
}): { stop(): Promise<void> } => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await beat(deps.db, consumersBeat, deps.look()).then(
        () => deps.outages.worked("the database"),
        (err: unknown) => deps.outages.failed("the database", { err }),
      );
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};
