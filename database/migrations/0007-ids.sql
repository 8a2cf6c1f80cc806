-- Ids that callers choose name a thing within its task, its person or its kind, never by themselves: two may choose the same.

-- Reminders: of their task. Where two tasks had one id, the status with the higher sequence had replaced the other's: it
-- goes to the task it speaks of, and the other one is asked for by the sweep, as one that is not armed.
alter table reminders drop constraint reminders_pkey;
update reminders r set task_id = t.id, owner_id = t.owner_id
from tasks t where t.id = (r.doc ->> 'taskId')::uuid and t.id <> r.task_id;
delete from reminders where (doc ->> 'taskId')::uuid <> task_id;
alter table reminders add primary key (task_id, reminder_id);
create index reminders_of_id on reminders (reminder_id);
drop index reminders_of_task;
insert into reminders (reminder_id, task_id, owner_id, sequence, unarmed, doc)
select (one ->> 'id')::uuid, t.id, t.owner_id, 0, true, jsonb_build_object(
  'reminderId', one ->> 'id', 'taskId', t.id, 'sequence', 1, 'generation', 0, 'occurrence', null, 'state', 'idle',
  'plannedFor', null, 'scheduledFor', null, 'firedAt', null, 'lateByMs', null, 'toldWith', null, 'deliveries', '[]'::jsonb)
from tasks t cross join lateral jsonb_path_query(t.doc, '$.reminders[*]') as one
where exists (select from reminders taken where taken.reminder_id = (one ->> 'id')::uuid)
on conflict do nothing;

-- Occurrences: of their task. Where two tasks had one series, a row may hold what became of the other's. Of such a row the
-- task has no such version, or its log says that something else happened then. What is lost, `npm run replay` brings back.
alter table occurrences drop constraint occurrences_pkey;
delete from occurrences o
where exists (select from tasks t where t.id = o.task_id and t.version < o.version)
  or exists (
    select from audit a
    where a.owner_id = o.owner_id and a.task_id = o.task_id and a.subject = o.task_id and a.version = o.version
      and (
        a.type not in ('punctual.task.occurrence-completed.v1', 'punctual.task.occurrence-skipped.v1', 'punctual.task.completed.v1')
        -- What passed by itself did so a moment before its event.
        or a.origin <> 'recurrence' and a.occurred_at <> (o.doc ->> 'at')::timestamptz
      )
  );
alter table occurrences add primary key (task_id, occurrence_id);

-- What the sweeper has armed: tasks and people are two kinds, and a task may have a person's id.
alter table armed add column kind text not null default 'task' check (kind in ('task', 'person'));
delete from armed where id in (select user_id from people) and id in (select id from tasks);
update armed set kind = 'person' where id in (select user_id from people);
alter table armed alter column kind drop default, drop constraint armed_pkey, add primary key (kind, id);

-- Browsers: an endpoint alone is no proof of having the browser.
alter table push_subscriptions drop constraint push_subscriptions_pkey, add primary key (endpoint, user_id);
