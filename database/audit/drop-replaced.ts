// What was recovered gives way to the event itself, should that come after all. Called by the consumers' look for gaps.
import type { Queryable } from "../pool.ts";

const statement = `
delete from audit recovered where recovered.recovered and exists (
  select from audit real where real.owner_id = recovered.owner_id and real.task_id = recovered.task_id
    and real.subject = recovered.subject and real.version = recovered.version and not real.recovered
)`;

/** Returns how many entries it dropped. */
export const dropReplaced = async (db: Queryable): Promise<number> =>
  (await db.query(statement)).rowCount ?? 0;
