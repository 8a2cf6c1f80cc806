// How long ago a process was last at work, and what it saw. Called by the health pages.
import type { Queryable } from "../pool.ts";

const statement = `
select extract(epoch from now() - at) * 1000 as age, facts from heartbeats where name = $1`;

/** The age in ms, by the database's clock alone; null when it never said anything. */
export const readHeartbeat = async (
  db: Queryable,
  name: string,
): Promise<{ ageMs: number; facts: unknown } | null> => {
  const { rows } = await db.query<{ age: string; facts: unknown }>(statement, [name]);
  const [row] = rows;
  return row === undefined ? null : { ageMs: Math.round(Number(row.age)), facts: row.facts };
};
