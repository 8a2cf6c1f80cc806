// By which time zone data what waits was armed last. Asked by the gateway's start.
import type { Queryable } from "../pool.ts";

/** The release (`2026e`), and since when; null before the first start. */
export type ZoneRelease = { release: string; appliedAt: Date };

const statement = `select release, applied_at as "appliedAt" from zone_data`;

/** What is remembered of the last start. */
export const readZoneRelease = async (db: Queryable): Promise<ZoneRelease | null> => {
  const { rows } = await db.query<ZoneRelease>(statement);
  return rows[0] ?? null;
};
