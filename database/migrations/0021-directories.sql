-- Projects, tags and saved filters: the copy that lists read, owned by the actor of the person.
create table directories (
  user_id uuid primary key,
  version int not null,
  doc jsonb not null
);

-- What a request orders of the directory stands beside its plan, and so do the answers. It is carried out before the plan.
alter table commands add column directory jsonb, add column directory_replies jsonb;
