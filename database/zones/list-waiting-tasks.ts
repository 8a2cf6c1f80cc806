// What of a person waits for an instant that depends on a zone: reminders, and series that roll over by themselves.
import * as z from "zod";
import { Id, Instant } from "../../domain/ids.ts";
import { Reminder } from "../../domain/reminder.ts";
import { Task } from "../../domain/task.ts";
import type { Queryable } from "../pool.ts";

const Waiting = z.object({
  taskId: Id,
  task: Task.pick({ due: true, deadline: true, priority: true }),
  rollsOver: z.boolean(),
  reminders: z.array(
    z.object({
      reminder: Reminder,
      plannedFor: Instant.nullable(),
      /** When it is told; null while it is snoozed, which no zone moves. */
      toldAt: Instant.nullable(),
    }),
  ),
});

/** A task, and for which instants its waiting reminders were armed. */
export type Waiting = z.infer<typeof Waiting>;

const statement = `
select t.id as "taskId", t.doc as task, coalesce(t.doc ->> 'onMissed' = 'skip', false) as "rollsOver",
  coalesce(jsonb_agg(jsonb_build_object('reminder', one, 'plannedFor', r.doc -> 'plannedFor',
    'toldAt', case r.state when 'scheduled' then r.doc -> 'scheduledFor' end))
    filter (where one is not null), '[]') as reminders
from tasks t
left join reminders r on r.task_id = t.id and r.owner_id = t.owner_id and r.state in ('scheduled', 'snoozed')
left join lateral jsonb_array_elements(t.doc -> 'reminders') as one on one ->> 'id' = r.reminder_id::text
where t.owner_id = $1 and not t.deleted and t.status in ('open', 'in_progress')
group by t.id
having count(one) > 0 or t.doc ->> 'onMissed' = 'skip'
order by t.id`;

/** All of them, in the order of their ids. */
export const listWaitingTasks = async (db: Queryable, ownerId: Id): Promise<Waiting[]> => {
  const { rows } = await db.query(statement, [ownerId]);
  return rows.map((row) => Waiting.parse(row));
};
