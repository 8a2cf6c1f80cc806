// Lists one person's tasks from the read model in the order of their position. Called by GET /tasks, the chat, the digest and the sockets' snapshots.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";
import { isOpen } from "../../domain/is-over.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { TaskFilter } from "../../domain/task-filter.ts";
import { labelKey } from "../../domain/label-key.ts";
import type { Task } from "../../domain/task.ts";
import { cursorOf, readCursor } from "../cursor.ts";
import { planned, prepared, type Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";
import { terms } from "./words.ts";

const place = "(position, id) > ($10, $11::uuid)";
const conditions = `
($3::text[] is null or status = any ($3))
  and ($4::text is null or project_key = $4)
  and ($5::text is null or $5 = any (tag_keys))
  and ($6::smallint is null or priority = $6)
  and ($7::text is null or due_day < $7)
  and ($8::text is null or due_day > $8)
  and ($9::text is null or doc ->> 'parentId' = $9)`;

/** Each shelf by itself in the order of the index, so that no more is read than is shown. */
const byPlace = planned(
  `
select one.doc, one.mark from unnest($2::smallint[]) as at (shelf) cross join lateral (
  select doc, xmin::text as mark, position, id from tasks
  where owner_id = $1 and tasks.shelf = at.shelf and ${place} and ${conditions}
  order by position, id limit $12
) one
order by one.position, one.id limit $12`,
);

/** What a condition with an index of its own finds, and of that what fits the rest. "materialized": the planner shall not look for another way. */
const narrowed = (name: string, found: string) =>
  prepared(
    name,
    `
with found as materialized (select *, xmin::text as mark from tasks where ${found})
select doc, mark from found
where owner_id = $1 and shelf = any ($2::smallint[]) and ${place} and ${conditions}
  and ($13::tsquery is null or search @@ $13)
order by position, id limit $12`,
  );
const byWords = narrowed("list-tasks-by-words", "search @@ $13::tsquery");
const byParent = narrowed("list-tasks-of-parent", "owner_id = $1 and doc ->> 'parentId' = $9");
const byDue = narrowed(
  "list-tasks-due",
  `owner_id = $1 and shelf = 0 and due_day is not null
    and due_day < coalesce($7, '~') and due_day > coalesce($8, '')`,
);

/** Where a page ended: the last task's position and id. */
const Place = z.tuple([z.number(), Id]);
const beginning = [Number.NEGATIVE_INFINITY, "00000000-0000-0000-0000-000000000000"] as const;

export type TaskPage = { tasks: Task[]; next: string | null };

/**
 * One page of at most `limit` tasks in the order of their position. `next` is the cursor of the page after it, null on
 * the last page. A cursor this function did not make is refused with `invalid`.
 */
export const listTasks = async (
  db: Queryable,
  query: { ownerId: Id; filter: TaskFilter; cursor?: string | undefined; limit: number },
): Promise<Result<TaskPage>> => {
  const from = readCursor(Place, query.cursor);
  if (!from.ok) return from;
  const { ownerId, filter, limit } = query;
  const words = wordsOf(ownerId, filter);
  const values = [ownerId, shelvesOf(filter), ...valuesOf(filter), ...(from.value ?? beginning)];
  const statement = statementFor(filter, words);
  const more = statement === byPlace ? [] : [words];
  const { rows } = await db.query<TaskRead>(statement([...values, limit + 1, ...more]));
  const tasks = rows.slice(0, limit).map(taskOfRow);
  return ok({ tasks, next: rows.length > limit ? cursorAfter(tasks.at(-1)) : null });
};

/** The cursor of the page behind a task; null behind none. */
export const cursorAfter = (last: Task | undefined): string | null =>
  last ? cursorOf([last.position, last.id]) : null;

const [open, over, trash] = [0, 1, 2];

/** Where tasks that fit can stand at all. */
const shelvesOf = ({ deleted, status }: TaskFilter): number[] => {
  if (deleted) return [trash];
  if (!status) return [open, over];
  return [...new Set(status.map((one) => (isOpen({ status: one }) ? open : over)))];
};

const statementFor = (filter: TaskFilter, words: string | null) => {
  if (filter.parentId !== undefined) return byParent;
  if (words !== null) return byWords;
  const isDated = filter.dueBefore !== undefined || filter.dueAfter !== undefined;
  return isDated && shelvesOf(filter).every((shelf) => shelf === open) ? byDue : byPlace;
};

/** The values $3 to $9. */
const valuesOf = (filter: TaskFilter) => [
  filter.status ?? null,
  filter.project === undefined ? null : labelKey(filter.project),
  filter.tag === undefined ? null : labelKey(filter.tag),
  filter.priority ?? null,
  filter.dueBefore ?? null,
  filter.dueAfter ?? null,
  filter.parentId ?? null,
];

/** What the words of a task must have; null when nothing. A text without any word of letters or digits finds all. */
const wordsOf = (ownerId: Id, { text, project, tag }: TaskFilter): string | null =>
  [
    ...(text === undefined ? [] : terms.text(ownerId, text)),
    ...(project === undefined ? [] : [terms.project(ownerId, project)]),
    ...(tag === undefined ? [] : [terms.tag(ownerId, tag)]),
  ].join(" & ") || null;
