// Lists one person's tasks that fit a filter of the filter language, in the order of their position. Called by GET /tasks.
import { setImmediate } from "node:timers/promises";
import type { Filter } from "../../domain/filter/filter.ts";
import { matches } from "../../domain/filter/matches.ts";
import { narrow } from "../../domain/filter/narrow.ts";
import type { Id } from "../../domain/ids.ts";
import type { Clock } from "../../domain/language/clock.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";
import { cursorAfter, listTasks, type TaskPage } from "./list-tasks.ts";

const batch = 500;
/** Tasks that are looked at in one go: forty conditions of each may take some milliseconds, and others wait. */
const pause = 50;
/** Rows that are looked at for one page. */
const mostRead = 5_000;

/**
 * One page of at most `limit` tasks; the index finds what it can, the rest is looked at here, so that the answer is that of
 * `matches`. `next` is the cursor of the page after it, null on the last one; a page may hold fewer than `limit` and still have a next one, when 5,000 tasks
 * were looked at. A cursor that no list gave is refused with `invalid`.
 */
export const listMatching = async (
  db: Queryable,
  query: { ownerId: Id; filter: Filter; clock: Clock; cursor?: string | undefined; limit: number },
): Promise<Result<TaskPage>> => {
  const { ownerId, filter, clock, limit } = query;
  const found: Task[] = [];
  let { cursor } = query;
  for (let read = 0; read < mostRead; read += batch) {
    const page = await listTasks(db, {
      ownerId,
      filter: narrow(filter, clock),
      cursor,
      limit: batch,
    });
    if (!page.ok) return page;
    for (const [at, task] of page.value.tasks.entries()) {
      if (at % pause === 0) await setImmediate();
      if (!matches(task, filter, clock)) continue;
      if (found.length === limit) return ok({ tasks: found, next: cursorAfter(found.at(-1)) });
      found.push(task);
    }
    if (page.value.next === null) return ok({ tasks: found, next: null });
    cursor = page.value.next;
  }
  return ok({ tasks: found, next: cursor ?? null });
};
