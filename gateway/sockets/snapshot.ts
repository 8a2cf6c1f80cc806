// What a device gets of a person's tasks when it begins anew: what is open, and what ended lately. Called by greeting.ts.
import { cursorBefore, listOver } from "../../database/tasks/list-over.ts";
import { listDoneParts } from "../../database/tasks/list-done-parts.ts";
import { listTasks, type TaskPage } from "../../database/tasks/list-tasks.ts";
import type { Queryable } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";

/** What ended within this is on every device; what was before is paged by GET /tasks when someone wants to see it. */
export const lately = 7 * 24 * 60 * 60 * 1_000;

/** A page of a snapshot; `older` comes with the last: the cursor of GET /tasks?order=ended for what is not in it, null: nothing is missing. */
export type SnapshotPage =
  | { tasks: Task[]; more: true }
  | { tasks: Task[]; more: false; older: string | null };

const pageSize = 200;

/** Pages of at most 200 tasks, at least one. Throws when the database is away. */
export async function* readSnapshot(
  db: Queryable,
  ownerId: Id,
  now: Date,
): AsyncGenerator<SnapshotPage> {
  const since = new Date(now.getTime() - lately).toISOString();
  let tasks: Task[] = [];
  for await (const some of allParts(db, ownerId, since)) {
    tasks.push(...some);
    for (; tasks.length > pageSize; tasks = tasks.slice(pageSize))
      yield { tasks: tasks.slice(0, pageSize), more: true };
  }
  const before = cursorBefore(since);
  const older = await listOver(db, { ownerId, cursor: before, limit: 1 });
  yield { tasks, more: false, older: unwrap(older).tasks.length > 0 ? before : null };
}

async function* allParts(db: Queryable, ownerId: Id, since: string): AsyncGenerator<Task[]> {
  const filter = { status: ["open" as const, "in_progress" as const] };
  yield* pages((cursor) => listTasks(db, { ownerId, filter, cursor, limit: pageSize }));
  yield* pages((cursor) => listOver(db, { ownerId, since, cursor, limit: pageSize }));
  // "2 of 3 done" counts parts that were done long ago.
  yield await listDoneParts(db, { ownerId, before: since });
}

async function* pages(
  read: (cursor: string | undefined) => Promise<Result<TaskPage>>,
): AsyncGenerator<Task[]> {
  let cursor: string | undefined;
  do {
    const { tasks, next } = unwrap(await read(cursor));
    yield tasks;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

const unwrap = (page: Result<TaskPage>): TaskPage => {
  if (!page.ok) throw new Error(`a snapshot was refused: ${page.error.message}`);
  return page.value;
};
