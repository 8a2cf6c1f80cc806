// Which PostgreSQL it is, and its clock. Called by the doctor.
import type { Queryable } from "../pool.ts";

const statement = `
select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
  extract(epoch from clock_timestamp()) * 1000 as now, pg_database_size(current_database())::float8 as bytes`;

export type ServerFacts = { version: string; number: number; nowMs: number; bytes: number };

/** `number` is 180004 for 18.4, `nowMs` the server's clock in ms since 1970, `bytes` what the database takes on its disk. */
export const readServer = async (db: Queryable): Promise<ServerFacts> => {
  const { rows } = await db.query<{
    version: string;
    number: number;
    now: string;
    bytes: number;
  }>(statement);
  const [row] = rows;
  if (row === undefined) throw new Error("the database gave no answer");
  const { version, number, now, bytes } = row;
  return { version, number, nowMs: Number(now), bytes };
};
