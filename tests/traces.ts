// Where something of a person still stands in the database, the actors' states included. Used by the tests of the end of an account.
import type { Queryable } from "../database/pool.ts";

const tables = `
select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;

/** Table → in how many of its rows one of the words stands; tables without one are left out. */
export const traces = async (db: Queryable, words: string[]): Promise<Record<string, number>> => {
  const { rows } = await db.query<{ name: string }>(tables);
  const found: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await db.query<{ n: number }>(
      `select count(*)::int as n from "${name}" t
       where exists (select from unnest($1::text[]) word where position(word in t::text) > 0)`,
      [words],
    );
    const n = counted.rows[0]?.n ?? 0;
    if (n > 0) found[name] = n;
  }
  return found;
};
