// Lists what one person has behind them, the latest first: tasks done and cancelled, or the trash. Called by GET /tasks, the sockets' snapshots and
// the chat, which speaks of such tasks.
import * as z from "zod";
import { Id, Instant } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { TaskStatus } from "../../domain/task.ts";
import { cursorOf, readCursor } from "../cursor.ts";
import { planned, type Queryable } from "../pool.ts";
import type { TaskPage } from "./list-tasks.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";

const statement = planned(
  `
select doc, xmin::text as mark, over_at from tasks
where owner_id = $1 and shelf = $2::smallint and over_at is not null
  and over_at >= $3 and (over_at, id) < ($4, $5::uuid)
  and ($6::text[] is null or status = any ($6))
order by over_at desc, id desc limit $7`,
);

/** Where a page ended: since when its last task is over, and its id. */
const Place = z.tuple([Instant, Id]);
const end = ["~", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const; // letters come after figures

/** The cursor of what ended before an instant. */
export const cursorBefore = (instant: string): string => cursorOf([instant, firstId]);
const firstId = "00000000-0000-7000-8000-000000000000";

/**
 * One page of at most `limit` tasks, those first that ended last. `since` leaves out what ended before that instant. `next` is
 * the cursor of the page after it, null on the last page. A cursor this function did not make is refused with `invalid`.
 */
export const listOver = async (
  db: Queryable,
  query: {
    ownerId: Id;
    inTrash?: boolean;
    status?: TaskStatus[] | undefined;
    since?: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Result<TaskPage>> => {
  const from = readCursor(Place, query.cursor);
  if (!from.ok) return from;
  const { ownerId, inTrash = false, status = null, since = "", limit } = query;
  const shelf = inTrash ? 2 : 1;
  const values = [ownerId, shelf, since, ...(from.value ?? end), status, limit + 1];
  const { rows } = await db.query<TaskRead & { over_at: string }>(statement(values));
  const shown = rows.slice(0, limit);
  const tasks = shown.map(taskOfRow);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({ tasks, next: last ? cursorOf([last.over_at, tasks.at(-1)?.id]) : null });
};
