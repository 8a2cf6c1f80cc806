// What is left of a deleted account beside its tasks: settings, promises, and the log. Called by the gateway's eraser.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** Whatever names its person by one of these, so that a table nobody has thought of yet is erased as well. */
const theirs = `
select c.table_name as "table", c.column_name as "column" from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
  and c.column_name in ('user_id', 'owner_id') and c.table_name not in ('account_deletions', 'audit')`;

const armed = `delete from armed where kind = 'person' and id = $1`;

const log = `
delete from audit where event_id in (select event_id from audit where owner_id = $1 limit $2)`;

/** All but the log, which says what is left to do, and the deletion itself. */
export const erasePerson = async (db: Queryable, userId: Id): Promise<void> => {
  const { rows } = await db.query<{ table: string; column: string }>(theirs);
  for (const { table, column } of rows)
    await db.query(`delete from "${table}" where "${column}" = $1`, [userId]);
  await db.query(armed, [userId]);
};

/** Deletes up to `limit` entries of the log; returns how many. */
export const eraseLog = async (db: Queryable, userId: Id, limit: number): Promise<number> =>
  (await db.query(log, [userId, limit])).rowCount ?? 0;
