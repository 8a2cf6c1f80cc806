-- When a process that nobody can ask from outside was last at work, and what it saw around it.
create table heartbeats (
  name text primary key,
  at timestamptz not null default now(),
  facts jsonb not null
);
