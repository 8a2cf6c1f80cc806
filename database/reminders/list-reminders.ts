// A person's reminders in the order they are told. Called by GET /reminders.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";
import type { ReminderState } from "../../domain/reminder.ts";
import { ok, type Result } from "../../domain/result.ts";
import { cursorOf, readCursor } from "../cursor.ts";
import type { Queryable } from "../pool.ts";
import { selectReminders, StoredReminder } from "./reminder-row.ts";

const statement = `
select * from (${selectReminders} and r.owner_id = $1 and not t.deleted) as found
where ($2::uuid is null or status ->> 'taskId' = $2::text)
  and ($3::text[] is null or status ->> 'state' = any ($3))
  and ($4::timestamptz is null or at >= $4)
  and ($5::timestamptz is null or at < $5)
  and ($6::timestamptz is null
    or (coalesce(at, 'infinity'), status ->> 'reminderId', status ->> 'taskId') > ($6, $7::text, $8::text))
order by coalesce(at, 'infinity'), status ->> 'reminderId', status ->> 'taskId'
limit $9`;

/** Which reminders: of a task, in some states, told (or to be told) from an instant on and before another. */
export type ReminderFilter = {
  taskId?: Id | undefined;
  state?: ReminderState[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const At = z.union([z.iso.datetime(), z.literal("infinity")]);
/** Where a page ended: when the last reminder is told (`infinity` for never), its id and its task. Cursors once had no task. */
const Place = z.union([
  z.tuple([At, Id, Id]),
  z.tuple([At, Id]).transform(([at, id]) => [at, id, "g"] as const),
]);

/** One page; `next` is the cursor of the page after it, null on the last. Those that are never told come last. */
export const listReminders = async (
  db: Queryable,
  query: { ownerId: Id; filter: ReminderFilter; cursor?: string | undefined; limit: number },
): Promise<Result<{ reminders: StoredReminder[]; next: string | null }>> => {
  const place = readCursor(Place, query.cursor);
  if (!place.ok) return place;
  const { taskId, state, from, to } = query.filter;
  const { rows } = await db.query(statement, [
    query.ownerId,
    taskId ?? null,
    state ?? null,
    from ?? null,
    to ?? null,
    ...(place.value ?? [null, null, null]),
    query.limit + 1,
  ]);
  const reminders = rows.slice(0, query.limit).map((row) => StoredReminder.parse(row));
  const last = rows.length > query.limit ? reminders.at(-1) : undefined;
  const next =
    last &&
    cursorOf([last.status.scheduledFor ?? "infinity", last.reminder.id, last.status.taskId]);
  return ok({ reminders, next: next ?? null });
};
