-- Taking an import back, and telling two sources of one kind apart.

alter table import_runs add column undone_at bigint;
alter table import_runs add column undone_by_id bigint references people (id);

-- Tells two sources of one kind apart (two Slack workspaces); empty to let the file say.
alter table import_uploads add column source text not null default '' check (length(source) <= 40);

-- What a run made, so that it can be taken back. Gone when the time for that is over.
create table import_traces (
  run_id bigint not null references import_runs (id),
  -- What the numbers are: see `imports/traces.rs`.
  what smallint not null,
  part integer not null,
  -- Numbers as their steps from one to the next, in base 36 with spaces between.
  numbers text not null check (length(numbers) <= 40000),
  primary key (run_id, what, part)
); -- clustered

-- What a run changed of what was there, with what it was.
create table import_befores (
  run_id bigint not null references import_runs (id),
  number integer not null,
  person_id bigint references people (id),
  department_id bigint references departments (id),
  -- personal: former name and address; goes with the time in which it can be restored
  before text not null check (length(before) <= 4000),
  primary key (run_id, number)
); -- clustered
create index import_befores_person on import_befores (person_id);

-- Who accepted an answer: asked when somebody goes.
create index posts_accepted_by on posts (accepted_by) where accepted_by is not null;
