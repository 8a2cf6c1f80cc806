// Lists one person's tasks from the read model. Called by GET /tasks, the chat and the sockets' snapshots.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { TaskFilter } from "../../domain/task-filter.ts";
import type { Task } from "../../domain/task.ts";
import { cursorOf, readCursor } from "../cursor.ts";
import type { Queryable } from "../pool.ts";
import { labelKey } from "./task-row.ts";
import { taskOfRow } from "./task-of-row.ts";
import { wordsQuery } from "./words.ts";

const statement = `
select doc from tasks
where owner_id = $1
  and deleted = $2
  and ($3::text[] is null or status = any ($3))
  and ($4::text is null or project_key = $4)
  and ($5::text is null or $5 = any (tag_keys))
  and ($6::smallint is null or priority = $6)
  and ($7::text is null or due_day < $7)
  and ($8::text is null or due_day > $8)
  and ($9::tsquery is null or search @@ $9)
  and ($10::text is null or doc ->> 'parentId' = $10)
  and ($11::float8 is null or (position, id) > ($11, $12::uuid))
order by position, id
limit $13`;

/** Where a page ended: the last task's position and id. */
const Place = z.tuple([z.number(), Id]);

export type TaskPage = { tasks: Task[]; next: string | null };

/**
 * One page of at most `limit` tasks in the order of their position. `next` is the cursor of the page after it, null on
 * the last page. A cursor this function did not make is refused with `invalid`.
 */
export const listTasks = async (
  db: Queryable,
  query: { ownerId: Id; filter: TaskFilter; cursor?: string | undefined; limit: number },
): Promise<Result<TaskPage>> => {
  const place = readCursor(Place, query.cursor);
  if (!place.ok) return place;
  const values = [
    query.ownerId,
    ...conditions(query.filter),
    ...(place.value ?? [null, null]),
    query.limit + 1,
  ];
  const { rows } = await db.query<{ doc: unknown }>(statement, values);
  const tasks = rows.slice(0, query.limit).map(taskOfRow);
  const last = rows.length > query.limit ? tasks.at(-1) : undefined;
  return ok({ tasks, next: last ? cursorOf([last.position, last.id]) : null });
};

/** The filter as the statement's values $2 to $10. A text without any word of letters or digits finds all. */
const conditions = (filter: TaskFilter) => [
  filter.deleted ?? false,
  filter.status ?? null,
  filter.project === undefined ? null : labelKey(filter.project),
  filter.tag === undefined ? null : labelKey(filter.tag),
  filter.priority ?? null,
  filter.dueBefore ?? null,
  filter.dueAfter ?? null,
  filter.text === undefined ? null : wordsQuery(filter.text),
  filter.parentId ?? null,
];
