// All that the read model has of a person, page by page in the order of a key. Called by the export.
import type { Id } from "../../domain/ids.ts";
import { planned, type Queryable } from "../pool.ts";

type Key = readonly (string | number)[];
type Row = { doc: unknown; key: Key };

const size = 500;

/** `key` as JSON, so that pages of any key are asked for alike. */
const pages = (text: string) => planned(`${text} limit ${size}`);

const statements = {
  tasks: pages(`
select doc, json_build_array(shelf, position, id) as key from tasks
where owner_id = $1 and ($2::json is null or (shelf, position, id) > (($2 ->> 0)::smallint, ($2 ->> 1)::float8, ($2 ->> 2)::uuid))
order by shelf, position, id`),
  reminders: pages(`
select doc, json_build_array(task_id, reminder_id) as key from reminders
where owner_id = $1 and ($2::json is null or (task_id, reminder_id) > (($2 ->> 0)::uuid, ($2 ->> 1)::uuid))
order by task_id, reminder_id`),
  occurrences: pages(`
select doc || jsonb_build_object('taskId', task_id) as doc, json_build_array(task_id, occurrence_id) as key from occurrences
where owner_id = $1 and ($2::json is null or (task_id, occurrence_id) > (($2 ->> 0)::uuid, ($2 ->> 1)::uuid))
order by task_id, occurrence_id`),
};

/** What each row holds. Tasks come in the order of the list, those that are over or in the trash after the open ones. */
export const pageRows = async function* (
  db: Queryable,
  what: keyof typeof statements,
  ownerId: Id,
): AsyncGenerator {
  let after: Key | null = null;
  for (;;) {
    const values: unknown[] = [ownerId, after === null ? null : JSON.stringify(after)];
    const { rows }: { rows: Row[] } = await db.query(statements[what](values));
    for (const row of rows) yield row.doc;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.key;
  }
};
