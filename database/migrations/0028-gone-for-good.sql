-- What is deleted for good leaves a row without words, so that nothing that comes late brings it back (shelf 3): in no list, no search, no trash.
alter table tasks
  drop column shelf,
  drop column over_at,
  add column shelf smallint not null generated always as (
    case
      when doc ->> 'purgedAt' is not null then 3
      when doc ->> 'deletedAt' is not null then 2
      when doc ->> 'status' in ('done', 'cancelled') then 1
      else 0
    end
  ) stored,
  add column over_at text collate "C" generated always as (
    case
      when doc ->> 'purgedAt' is not null then null
      when doc ->> 'deletedAt' is not null then doc ->> 'deletedAt'
      when doc ->> 'status' in ('done', 'cancelled') then coalesce(doc ->> 'completedAt', doc ->> 'updatedAt')
    end
  ) stored;
create index tasks_of_owner on tasks (owner_id, shelf, position, id);
create index tasks_over on tasks (owner_id, shelf, over_at desc, id desc) where over_at is not null;
create index tasks_due on tasks (owner_id, due_day) where shelf = 0 and due_day is not null;
-- What has been in the trash for longest, whosever it is.
create index tasks_in_trash on tasks (over_at) where shelf = 2;

-- Which of a person's browsers are pushed to, by a name of each that is no secret; an endpoint is one. agent: what the browser said it is.
alter table push_subscriptions
  add column id uuid not null default gen_random_uuid(),
  add column agent text,
  add column pushed_at timestamptz;
create unique index push_subscriptions_by_id on push_subscriptions (id);
