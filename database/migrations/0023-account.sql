-- What an account needs beside better-auth's tables.

-- Said once and known to their holder only: recovery codes, links to a new password and to a new address, invitations.
create table one_time_secrets (
  -- SHA-256 of the secret, which is random enough to need no salt.
  hash bytea primary key,
  id uuid not null unique,
  kind text not null check (kind in ('recovery', 'reset', 'email', 'invitation')),
  -- Whose it is; of an invitation who made it, null where the operator did.
  user_id uuid,
  -- The new address of a change of e-mail.
  email text,
  created_at timestamptz not null default now(),
  -- Null: until it is used or replaced.
  expires_at timestamptz
);
create index one_time_secrets_of_user on one_time_secrets (user_id, kind);
create index one_time_secrets_expired on one_time_secrets (expires_at) where expires_at is not null;

alter table tokens add column expires_at timestamptz;

-- What happened to the account: where it was signed in, what was refused, what of it was changed. Holds addresses, so it is no part of the
-- log that is kept for good: forgotten after 90 days.
create table account_events (
  id uuid primary key,
  user_id uuid not null,
  type text not null,
  at timestamptz not null default now(),
  address text,
  agent text,
  detail text
);
create index account_events_of_user on account_events (user_id, id desc);
create index account_events_at on account_events (at);

-- Accounts that were deleted, and how far what they had is erased. The account itself is gone in the statement that writes this; the rest is
-- erased behind it. Looked after once more every hour while Kafka may still bring something back (31 days), then the row goes as well.
create table account_deletions (
  user_id uuid primary key,
  asked_at timestamptz not null default now(),
  attempted_at timestamptz not null default now() - interval '1 day',
  erased_at timestamptz
);
create index account_deletions_attempted on account_deletions (attempted_at);
