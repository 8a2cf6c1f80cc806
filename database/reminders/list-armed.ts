// The reminders of a person's open tasks, and what they were armed for. Called where a change of settings says how many it moves.
import type { Id } from "../../domain/ids.ts";
import type { Reminder, ReminderStatus } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";

/** A reminder, what of its task it depends on, and how it stands. */
export type Armed = {
  reminder: Reminder;
  task: Pick<Task, "due" | "deadline" | "priority">;
  status: Pick<ReminderStatus, "state" | "plannedFor" | "scheduledFor">;
};

const statement = `
select one as reminder,
  jsonb_build_object('due', t.doc -> 'due', 'deadline', t.doc -> 'deadline', 'priority', t.doc -> 'priority') as task,
  jsonb_build_object('state', r.state, 'plannedFor', r.doc -> 'plannedFor', 'scheduledFor', r.doc -> 'scheduledFor') as status
from tasks t
cross join lateral jsonb_array_elements(t.doc -> 'reminders') as one
join reminders r on r.task_id = t.id and r.owner_id = t.owner_id and r.reminder_id::text = one ->> 'id'
where t.owner_id = $1 and not t.deleted and t.status in ('open', 'in_progress')`;

export const listArmed = async (db: Queryable, ownerId: Id): Promise<Armed[]> =>
  (await db.query<Armed>(statement, [ownerId])).rows;
