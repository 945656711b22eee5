-- What was brought in from elsewhere.

-- One row for each import that changed something.
create table import_runs (
  id bigint primary key,
  kind text not null check (kind in ('people', 'headcount', 'stackexchange', 'slack', 'interactions')),
  file text not null check (length(file) <= 300),
  -- Who published it; null on the command line.
  by_id bigint references people (id),
  -- What was created, in the form of `noaber import --json`, without the refused places.
  report text not null check (length(report) <= 20000),
  at bigint not null
);

-- A file that somebody is looking at before it is published; it lies in the
-- scratch folder under the row's id.
create table import_uploads (
  id bigint primary key,
  kind text not null check (kind in ('people', 'headcount', 'stackexchange', 'slack', 'interactions')),
  file text not null check (length(file) between 1 and 120),
  -- Columns named by hand, one on a line.
  columns_by_hand text not null default '' check (length(columns_by_hand) <= 2000),
  by_id bigint not null references people (id),
  at bigint not null
);
create index import_uploads_by on import_uploads (by_id);

-- What is kept as facts only (contacts) has no row that could hold its source's
-- key; a hash of what it says stands here, so that a second run adds nothing.
create table import_keys (
  key bigint primary key
);

-- Somebody known to several sources: `people.source_key` holds the first.
-- Erasing a person erases these rows.
create table import_people (
  -- personal: key in the other system
  source_key text primary key check (length(source_key) <= 400),
  person_id bigint not null references people (id)
);
create index import_people_person on import_people (person_id);
