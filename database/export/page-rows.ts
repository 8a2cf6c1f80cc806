// All that the read model has of a person, page by page in the order of its ids. Called by the export.
import type { Id } from "../../domain/ids.ts";
import { planned, type Queryable } from "../pool.ts";

type Key = readonly (string | number)[];
type Row = { doc: unknown; key: Key };

const size = 500;

/** `key` as JSON, so that pages of any key are asked for alike. */
const pages = (text: string) => planned(`${text} limit ${size}`);

const statements = {
  tasks: pages(`
select doc, json_build_array(id) as key from tasks
where owner_id = $1 and shelf < 3 and ($2::json is null or id > ($2 ->> 0)::uuid)
order by id`),
  reminders: pages(`
select doc, json_build_array(task_id, reminder_id) as key from reminders
where owner_id = $1 and ($2::json is null or (task_id, reminder_id) > (($2 ->> 0)::uuid, ($2 ->> 1)::uuid))
order by task_id, reminder_id`),
  occurrences: pages(`
select doc || jsonb_build_object('taskId', task_id) as doc, json_build_array(task_id, occurrence_id) as key from occurrences
where owner_id = $1 and ($2::json is null or (task_id, occurrence_id) > (($2 ->> 0)::uuid, ($2 ->> 1)::uuid))
order by task_id, occurrence_id`),
};

/**
 * What each row holds, in the order of ids, which is about that of when it was made. No change moves a row, so whatever was there all the
 * time is there once: of a list that is sorted otherwise, what is ticked meanwhile would be twice, and what is reopened nowhere.
 */
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
