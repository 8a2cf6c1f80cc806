-- The release of the time zone data by which what waits was armed last; one row, none before the first start.
create table zone_data (
  is_the_only_row boolean primary key default true check (is_the_only_row),
  release text not null,
  applied_at timestamptz not null default now()
);
