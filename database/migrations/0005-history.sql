-- What was done under a correlation id, so that it can be taken back.

-- correlation_id: the one that all commands of the plan share. undoes: the one that the plan takes back.
alter table commands add column correlation_id uuid, add column undoes uuid;
update commands set correlation_id = (plan #>> '{0,origin,correlationId}')::uuid where plan <> '[]'::jsonb;
create index commands_correlated on commands (user_id, correlation_id);
create index commands_undoing on commands (user_id, undoes) where undoes is not null;

create index audit_correlated on audit (owner_id, correlation_id);
