// Tells the gateway, by a row in the database, that the consumers are at work and what they see. Started by main.ts.
import { beat } from "../database/heartbeats/beat.ts";
import type { Database } from "../database/pool.ts";
import { consumersBeat, type ConsumersBeat } from "../domain/heartbeat.ts";
import type { Outages } from "../domain/outages.ts";
import { type Loop, startLoop } from "../process/loop.ts";

const everyMs = 2_000;

/** Beats until stopped. `look` gives what is to be told; it must not wait. */
export const startHeartbeat = (deps: {
  db: Database;
  look: () => ConsumersBeat;
  outages: Outages;
}): Loop => {
  const round = async (): Promise<void> => {
    await beat(deps.db, consumersBeat, deps.look());
    deps.outages.worked("the database");
  };
  const onFailure = (err: unknown): void => deps.outages.failed("the database", { err });
  return startLoop(round, { everyMs, onFailure });
};
