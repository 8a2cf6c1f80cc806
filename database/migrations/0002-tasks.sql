-- Intents, the read model and the audit log.

-- A request's promise: written before the actors are asked, done when they all have answered.
create table commands (
  user_id uuid not null,
  key text not null,
  body_hash text not null,
  plan jsonb not null,
  status text not null default 'started' check (status in ('started', 'done')),
  replies jsonb,
  attempts int not null default 0,
  attempted_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (user_id, key),
  check ((status = 'done') = (replies is not null))
);
create index commands_unfinished on commands (attempted_at) where status = 'started';
create index commands_created on commands (created_at);

-- The copy of each task that lists and searches read. doc is the whole task; the rest is derived from it.
-- No index on search: a search always has an owner, and one owner's tasks are few next to everyone's.
create table tasks (
  id uuid primary key,
  owner_id uuid not null,
  version int not null,
  doc jsonb not null,
  project_key text,
  tag_keys text[] not null,
  search tsvector not null,
  status text not null generated always as (doc ->> 'status') stored,
  priority smallint not null generated always as ((doc ->> 'priority')::smallint) stored,
  position double precision not null generated always as ((doc ->> 'position')::double precision) stored,
  due_day text generated always as (left(doc #>> '{due,at}', 10)) stored,
  deleted boolean not null generated always as (doc ->> 'deletedAt' is not null) stored
);
create index tasks_of_owner on tasks (owner_id, position, id);

-- The complete log: every event once. seq grows in the order of storing, with gaps.
create table audit (
  event_id uuid primary key,
  seq bigint not null generated always as identity,
  type text not null,
  subject uuid not null,
  owner_id uuid not null,
  actor_id uuid not null,
  origin text not null,
  device text,
  command_id uuid not null,
  correlation_id uuid not null,
  causation_id uuid not null,
  traceparent text,
  version int not null,
  occurred_at timestamptz not null,
  changes jsonb not null,
  recorded_at timestamptz not null default now()
);
create index audit_of_owner on audit (owner_id, occurred_at desc, seq desc);
create index audit_of_subject on audit (owner_id, subject, occurred_at desc, seq desc);
