-- How reminders stand, which occurrences are over, people's settings, and what the sweeper has armed.

-- The copy of each reminder's status. doc is the whole status; what the person set is in the task's doc.
create table reminders (
  reminder_id uuid primary key,
  task_id uuid not null,
  owner_id uuid not null,
  sequence int not null,
  doc jsonb not null,
  state text not null generated always as (doc ->> 'state') stored,
  scheduled_for timestamptz,
  -- The earliest repetition of a delivery.
  next_attempt_at timestamptz,
  -- The scheduler did not take it.
  unarmed boolean not null default false,
  stored_at timestamptz not null default now()
);
create index reminders_of_owner on reminders (owner_id, scheduled_for, reminder_id);
create index reminders_of_task on reminders (task_id);
create index reminders_waiting on reminders (scheduled_for) where state in ('scheduled', 'snoozed');
create index reminders_unarmed on reminders (reminder_id) where unarmed;
create index reminders_retried on reminders (next_attempt_at) where next_attempt_at is not null;
create index reminders_told on reminders (owner_id) where state = 'fired';

-- Occurrences that are over. version is the task's when it passed: an older event may not bring it back.
create table occurrences (
  occurrence_id uuid primary key,
  task_id uuid not null,
  owner_id uuid not null,
  version int not null,
  slot text not null,
  doc jsonb not null
);
create index occurrences_of_task on occurrences (owner_id, task_id, slot desc);

-- The copy of each person's settings.
create table people (
  user_id uuid primary key,
  version int not null,
  settings jsonb not null,
  has_digest boolean not null generated always as (settings ->> 'digestTime' is not null) stored
);

create index tasks_of_parent on tasks (owner_id, (doc ->> 'parentId')) where doc ->> 'parentId' is not null;
create index tasks_rolling on tasks (id) where doc ->> 'onMissed' = 'skip';

-- Since when the scheduler has the data it has: a new row when it lost them.
create table scheduler_epochs (
  epoch uuid primary key,
  started_at timestamptz not null default now()
);

-- What the sweeper has armed in which epoch: tasks and people.
create table armed (
  id uuid primary key,
  epoch uuid not null
);
