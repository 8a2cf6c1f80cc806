-- The log check asks for each command whether it is in the log; what was done under a correlation id is found by the same index.
create index audit_of_command on audit (owner_id, correlation_id, command_id);
drop index audit_correlated;
