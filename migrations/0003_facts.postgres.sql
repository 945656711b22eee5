-- The append-only log. Transactions commit in another order than they insert,
-- so the position is given after the commit, by one sequencer at a time
-- (kit/facts): a fact that commits late is never skipped.
create table facts (
  position bigint unique,
  id bigint primary key,
  at bigint not null,
  day integer not null,
  actor bigint,
  actor_kind smallint not null,
  verb smallint not null,
  object_kind smallint not null,
  object_id bigint not null,
  thread_id bigint,
  target bigint,
  group_id bigint,
  dept_at bigint,
  target_dept_at bigint,
  tenure_days integer,
  action_id bigint,
  arm smallint,
  propensity double precision,
  visibility smallint not null,
  corrects bigint,
  source smallint not null
);
create index facts_day on facts (day);
create index facts_waiting on facts (id) where position is null;
