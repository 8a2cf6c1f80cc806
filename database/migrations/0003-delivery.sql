-- Delivery by e-mail, web push and webhook; reminders in the history of their task.

-- The key pair by which push services know this installation (RFC 8292). One row, made at first use.
create table vapid_keys (
  singleton boolean primary key default true check (singleton),
  public_key text not null,
  private_key text not null,
  created_at timestamptz not null default now()
);

-- Browsers that want pushes. An endpoint is one browser; who signs in there last has it.
create table push_subscriptions (
  endpoint text primary key,
  user_id uuid not null,
  p256dh text not null,
  auth text not null,
  device text,
  created_at timestamptz not null default now()
);
create index push_subscriptions_of_user on push_subscriptions (user_id, created_at);

-- What a person's webhooks are signed with.
create table webhook_secrets (
  user_id uuid primary key,
  secret text not null,
  created_at timestamptz not null default now()
);

-- Each try to deliver a notification on a channel: claimed before it is made, so that it is made once; its outcome is kept
-- until the actor has heard of it. report says whom to tell.
create table delivery_attempts (
  notification uuid not null,
  channel text not null,
  attempt int not null,
  report jsonb not null,
  outcome jsonb,
  claimed_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  reported_at timestamptz,
  primary key (notification, channel, attempt)
);
create index delivery_attempts_unreported on delivery_attempts (touched_at) where reported_at is null;
create index delivery_attempts_claimed on delivery_attempts (claimed_at);

-- The task an entry is about: for a reminder's event its subject is the reminder.
alter table audit add column task_id uuid;
update audit set task_id = subject where type like 'punctual.task.%';
create index audit_of_task on audit (owner_id, task_id, occurred_at desc, seq desc);
drop index audit_of_subject;
