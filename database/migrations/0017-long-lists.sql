-- Lists of any length: what is read together stands together in an index.

-- shelf: 0 open, 1 over (done or cancelled), 2 in the trash. over_at: since when it is not open, as an RFC 3339 instant in UTC, so
-- that the order of the text is the order of time. Both stay as they are while an open task is changed, so such a change touches no index.
alter table tasks
  add column shelf smallint not null generated always as (
    case when doc ->> 'deletedAt' is not null then 2 when doc ->> 'status' in ('done', 'cancelled') then 1 else 0 end
  ) stored,
  add column over_at text collate "C" generated always as (
    case
      when doc ->> 'deletedAt' is not null then doc ->> 'deletedAt'
      when doc ->> 'status' in ('done', 'cancelled') then coalesce(doc ->> 'completedAt', doc ->> 'updatedAt')
    end
  ) stored;
drop index tasks_of_owner;
create index tasks_of_owner on tasks (owner_id, shelf, position, id);
create index tasks_over on tasks (owner_id, shelf, over_at desc, id desc) where over_at is not null;
create index tasks_due on tasks (owner_id, due_day) where shelf = 0 and due_day is not null;

-- Words begin with their owner's mark (database/tasks/words.ts), so that the index finds one person's words at once. Projects and
-- tags are in it as a whole as well.
update tasks set search = array_to_tsvector(
  array(select right(owner_id::text, 8) || word from unnest(tsvector_to_array(search)) as word)
  || array(select right(owner_id::text, 8) || '#' || project_key where project_key is not null)
  || array(select right(owner_id::text, 8) || '@' || tag from unnest(tag_keys) as tag)
);
create index tasks_words on tasks using gin (search) with (gin_pending_list_limit = 256);
