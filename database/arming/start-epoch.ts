// The scheduler has lost its data, or was never seen: from now on all has to be armed anew. Called by the armer.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = "insert into scheduler_epochs (epoch) values ($1) on conflict do nothing";

/** Starting an epoch twice changes nothing. */
export const startEpoch = async (db: Queryable, epoch: Id): Promise<void> => {
  await db.query(statement, [epoch]);
};
