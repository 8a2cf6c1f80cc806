// Tasks whose Jobs and timers the scheduler may have lost in the epoch before. Called by the armer until none is left.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

// What was stored within the epoch was armed in it; the first half minute may still be from before.
const statement = `
with begun as (
  select started_at + interval '30 seconds' as at from scheduler_epochs where epoch = $1
), waiting as (
  select task_id as id, min(scheduled_for) as at from reminders
  where (state in ('scheduled', 'snoozed') or next_attempt_at is not null) and stored_at < (select at from begun)
  group by task_id
  union all
  select id, null from tasks
  where doc ->> 'onMissed' = 'skip' and jsonb_typeof(doc -> 'recurrence') = 'object' and not deleted
    and status in ('open', 'in_progress')
)
select id, min(at) as at from waiting
where not exists (select from armed where kind = 'task' and armed.id = waiting.id and armed.epoch = $1)
group by id
order by at nulls last
limit $2`;

/** The next tasks to arm in this epoch, those due first first. */
export const listToArm = async (
  db: Queryable,
  { epoch, limit }: { epoch: Id; limit: number },
): Promise<Id[]> => {
  const { rows } = await db.query<{ id: Id }>(statement, [epoch, limit]);
  return rows.map(({ id }) => id);
};
