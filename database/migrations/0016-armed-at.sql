-- Since when a waiting reminder surely has its Job: when its actor or the armer last made it. Null: not known, or its instant
-- is beyond the horizon; the armer makes its Job in time. What older versions armed is not known and is armed once more.
alter table reminders add column armed_at timestamptz;
