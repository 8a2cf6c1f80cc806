-- Changes of settings that a person's tasks have to be told of: promised before the change is made, carried out slice by slice behind its answer.
create table retimes (
  -- The command of the change.
  id uuid primary key,
  user_id uuid not null,
  origin jsonb not null,
  -- Nobody takes it up before.
  ready_at timestamptz not null,
  -- Since when the settings are known to be changed; null while whoever asked for it may have died on the way.
  begun_at timestamptz,
  -- The version of the person's settings when it began. An earlier one than that of the change: it began before the change was made.
  settings_version int not null default 0,
  tasks int not null default 0,
  done int not null default 0,
  moved int not null default 0,
  -- The last task that was told, in the order of ids.
  after uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index retimes_unfinished on retimes (ready_at) where finished_at is null;
create index retimes_finished on retimes (finished_at) where finished_at is not null;
