// How a reminder's status becomes a row of the read model, and a row what the API shows. Used by the statements beside it.
import * as z from "zod";
import type { Id, Instant } from "../../domain/ids.ts";
import { nextAttemptAt, Reminder, ReminderStatus } from "../../domain/reminder.ts";
import { Priority } from "../../domain/task.ts";

/** A status with whose it is. `unarmed`: the scheduler did not take it. `armedAt`: when its actor made its Job, where that is known. */
export type StatusOf = {
  status: ReminderStatus;
  ownerId: Id;
  unarmed: boolean;
  armedAt?: Instant | null;
};

/** What a person set, what became of it, and the task it is of. */
export const StoredReminder = z.object({
  status: ReminderStatus,
  reminder: Reminder,
  title: z.string(),
  priority: Priority,
  ownerId: z.string(),
});
export type StoredReminder = z.infer<typeof StoredReminder>;

/**
 * Rows ($n: JSON) of the newest status of each task's reminder, in the order of their keys, so that two writers cannot
 * deadlock.
 */
export const newestStatuses = (all: StatusOf[]) => {
  const newest = new Map<string, StatusOf>();
  for (const one of all) {
    const key = `${one.status.taskId} ${one.status.reminderId}`;
    if (one.status.sequence > (newest.get(key)?.status.sequence ?? 0)) newest.set(key, one);
  }
  return [...newest]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { status, ownerId, unarmed, armedAt = null }]) => ({
      reminder_id: status.reminderId,
      task_id: status.taskId,
      owner_id: ownerId,
      sequence: status.sequence,
      doc: status,
      scheduled_for: status.scheduledFor,
      next_attempt_at: nextAttemptAt(status.deliveries),
      unarmed,
      armed_at: armedAt,
    }));
};

/**
 * Inserts statuses from the JSON parameter of that number, or replaces those that are older. A status that is there already may
 * still say that it was armed: an answer, which comes before its event, cannot.
 */
export const upsertStatuses = (parameter: number): string => `
insert into reminders (reminder_id, task_id, owner_id, sequence, doc, scheduled_for, next_attempt_at, unarmed, armed_at)
select reminder_id, task_id, owner_id, sequence, doc, scheduled_for, next_attempt_at, unarmed, armed_at
from jsonb_to_recordset($${parameter}::jsonb) as row (
  reminder_id uuid, task_id uuid, owner_id uuid, sequence int, doc jsonb, scheduled_for timestamptz,
  next_attempt_at timestamptz, unarmed boolean, armed_at timestamptz
)
on conflict (task_id, reminder_id) do update set
  sequence = excluded.sequence, doc = excluded.doc, scheduled_for = excluded.scheduled_for,
  next_attempt_at = excluded.next_attempt_at, unarmed = excluded.unarmed, armed_at = excluded.armed_at,
  stored_at = case when reminders.sequence < excluded.sequence then now() else reminders.stored_at end
where reminders.sequence < excluded.sequence
  or reminders.sequence = excluded.sequence and excluded.armed_at > coalesce(reminders.armed_at, '-infinity')`;

/** A status with its reminder out of the task's doc: one that was taken away is in no task and so in no list. */
export const selectReminders = `
select r.doc as status, one as reminder, t.doc ->> 'title' as title, t.priority, t.owner_id as "ownerId",
  r.scheduled_for as at
from reminders r
join tasks t on t.id = r.task_id
cross join lateral jsonb_array_elements(t.doc -> 'reminders') as one
where one ->> 'id' = r.reminder_id::text`;
