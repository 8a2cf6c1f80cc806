// All that waits is armed by these time zone data now. Called by the gateway's start, after it was.
import type { Queryable } from "../pool.ts";

const statement = `
insert into zone_data (release) values ($1)
on conflict (is_the_only_row) do update set release = excluded.release, applied_at = now()`;

/** Remembers the release. */
export const keepZoneRelease = async (db: Queryable, release: string): Promise<void> => {
  await db.query(statement, [release]);
};
