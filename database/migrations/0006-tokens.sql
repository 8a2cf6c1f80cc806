-- Tokens a person makes for programs and assistants. The token itself is known to its holder only.
create table tokens (
  id uuid primary key,
  user_id uuid not null,
  name text not null,
  -- SHA-256 of the token, which is random enough to need no salt.
  hash bytea not null unique,
  access text not null check (access in ('read', 'write')),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index tokens_of_user on tokens (user_id, created_at);
