-- The append-only log. On SQLite there is one writer, so the position is dense
-- and given at once.
create table facts (
  position integer primary key,
  id bigint not null unique,
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
