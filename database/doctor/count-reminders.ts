// How many reminders wait, and how many should have come by now. Called by the doctor.
import type { Queryable } from "../pool.ts";

const statement = `
select count(*)::int as waiting,
  (count(*) filter (where armed_at is not null))::int as armed,
  (count(*) filter (where unarmed))::int as unarmed,
  (count(*) filter (where scheduled_for < now() - interval '2 minutes'))::int as overdue
from reminders where state in ('scheduled', 'snoozed')`;

/** `armed`: the scheduler has a Job of them; `unarmed`: it did not take it; `overdue`: by more than two minutes, after which the armer has had its turn. */
export type RemindersFacts = { waiting: number; armed: number; unarmed: number; overdue: number };

export const countReminders = async (db: Queryable): Promise<RemindersFacts> => {
  const { rows } = await db.query<RemindersFacts>(statement);
  return rows[0] ?? { waiting: 0, armed: 0, unarmed: 0, overdue: 0 };
};
