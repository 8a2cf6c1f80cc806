-- Entries of the log that were not read from it: made from what else is kept, or a mark that a version is known of nowhere.
alter table audit add column recovered boolean not null default false;
create index audit_recovered on audit (subject, version) where recovered;
