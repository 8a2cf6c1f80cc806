// Step 5: people's directories into the read model. Called by the gateway with an answer, and by the search consumer from the log.
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
insert into directories (user_id, version, doc)
select distinct on (user_id) user_id, version, doc
from jsonb_to_recordset($1::jsonb) as row (user_id uuid, version int, doc jsonb)
order by user_id, version desc
on conflict (user_id) do update set version = excluded.version, doc = excluded.doc
where directories.version < excluded.version`;

export type DirectoryOf = { userId: Id; directory: Directory };

/** Copies the directories, each only if newer than what is there. */
export const projectDirectories = async (db: Queryable, all: DirectoryOf[]): Promise<void> => {
  const rows = all.map(({ userId, directory: doc }) => {
    return { user_id: userId, version: doc.version, doc };
  });
  if (rows.length > 0) await db.query(statement, [JSON.stringify(rows)]);
};
