-- An intent that cannot be carried out ends, with the reason: `npm run dead-letters` shows it.
alter table commands
  drop constraint commands_status_check,
  add constraint commands_status_check check (status in ('started', 'done', 'given_up')),
  add column reason text;
create index commands_given_up on commands (created_at) where status = 'given_up';
