// Makes the live read model what the log says, in one transaction, while it is written to. Called by replay.
import { transact, type Queryable } from "../pool.ts";

// A row that somebody writes meanwhile is newer than the rebuilt one and stays; the guard looks at the row as it is
// when it is locked, so no write is lost.
const replaceRows = `
insert into tasks (id, owner_id, version, doc, project_key, tag_keys, search)
select id, owner_id, version, doc, project_key, tag_keys, search from tasks_rebuilt order by id
on conflict (id) do update set
  owner_id = excluded.owner_id, version = excluded.version, doc = excluded.doc,
  project_key = excluded.project_key, tag_keys = excluded.tag_keys, search = excluded.search
where tasks.version < excluded.version
  or tasks.version = excluded.version and
    (tasks.owner_id, tasks.doc, tasks.project_key, tasks.tag_keys, tasks.search) is distinct from
    (excluded.owner_id, excluded.doc, excluded.project_key, excluded.tag_keys, excluded.search)`;

// The gateway writes a row before its event is in any log, so a young row without a trace is no mistake yet.
const deleteRowsWithoutTrace = `
delete from tasks
where not exists (select from tasks_rebuilt where tasks_rebuilt.id = tasks.id)
  and not exists (select from audit where audit.subject = tasks.id and audit.type like 'punctual.task.%')
  and coalesce((doc ->> 'updatedAt')::timestamptz, '-infinity') < now() - interval '1 hour'`;

/**
 * Replaces rows that are older than the rebuilt ones or differ at the same version, and deletes rows of which neither
 * Kafka nor the audit log has a trace. Returns how many it replaced or added, and how many it deleted.
 */
export const applyRebuild = (
  connection: Queryable,
): Promise<{ replaced: number; deleted: number }> =>
  transact(connection, async () => ({
    replaced: (await connection.query(replaceRows)).rowCount ?? 0,
    deleted: (await connection.query(deleteRowsWithoutTrace)).rowCount ?? 0,
  }));
