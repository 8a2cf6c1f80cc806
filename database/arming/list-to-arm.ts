// Tasks whose Jobs have to be made, for they come due within the horizon, and those whose timers the scheduler may have lost in the
// epoch before. Called by the armer until none is left.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { begunAt } from "./begun.ts";

// Each task has its own moment in the first half of the horizon, by the end of its id: many that are due at one instant do not all
// enter at once. What its actor armed by itself, or a round, in this epoch is not asked again. Each part is limited by itself, so a page
// costs about what it lists: after the scheduler has lost its data, sorting all that is near for each page took seconds.
const statement = `
with waiting as (
  select task_id as id, scheduled_for as at from reminders
  where state in ('scheduled', 'snoozed')
    and scheduled_for < $3::timestamptz + $4 * interval '1 millisecond'
    and scheduled_for < $3::timestamptz + $4 * interval '1 millisecond'
      * (0.5 + ('x' || right(task_id::text, 4))::bit(16)::int / 131072.0)
    and (armed_at is null or armed_at < ${begunAt("$1")})
    and task_id <> all ($5::uuid[])
  order by scheduled_for
  limit $2
), retried as (
  select task_id as id, scheduled_for as at from reminders
  where next_attempt_at is not null and stored_at < ${begunAt("$1")}
    and task_id <> all ($5::uuid[])
    and not exists (select from armed where kind = 'task' and armed.id = task_id and armed.epoch = $1)
  order by next_attempt_at
  limit $2
), rolling as (
  select id, null::timestamptz as at from tasks
  where doc ->> 'onMissed' = 'skip' and jsonb_typeof(doc -> 'recurrence') = 'object' and not deleted
    and status in ('open', 'in_progress')
    and id <> all ($5::uuid[])
    and not exists (select from armed where kind = 'task' and armed.id = tasks.id and armed.epoch = $1)
  limit $2
)
select id, min(at) as at from (
  select * from waiting union all select * from retried union all select * from rolling
) as all_of_them
group by id
order by at nulls last
limit $2`;

/**
 * The next tasks to arm in this epoch, at most `limit` and at least one while there is any, those due first first: of their reminders
 * those that are due within `horizonMs` of `now`, or within a part of it that is the task's own and at least half. None of `except`.
 */
export const listToArm = async (
  db: Queryable,
  asked: { epoch: Id; limit: number; now: Date; horizonMs: number; except?: Id[] },
): Promise<Id[]> => {
  const { epoch, limit, now, horizonMs, except = [] } = asked;
  const { rows } = await db.query<{ id: Id }>(statement, [epoch, limit, now, horizonMs, except]);
  return rows.map(({ id }) => id);
};
