-- Read models that the follower `rollups` keeps from the log (SCIENCE.md §16). They
-- name nobody: only pseudonyms and departments. A department is the one at the time
-- of the event; 0 stands for "none known", because a key cannot hold null. All but
-- `closed_weeks` can be emptied and rebuilt from the facts.

-- Facts that a later fact took back or corrected: they count nowhere.
create table retracted_facts (
  fact_id bigint primary key
);

-- R1: what somebody did on a day. A row exists while something counts. Somebody who
-- moves to another department or into the team on a day has two rows that day.
create table member_days (
  day integer not null,
  -- personal: pseudonym
  pseudonym bigint not null,
  actor_kind smallint not null,
  department_id bigint not null,
  -- Every human act, a mere visit included; it makes the day an active one.
  acts integer not null check (acts >= 0),
  posts integer not null check (posts >= 0),
  replies integer not null check (replies >= 0),
  reactions integer not null check (reactions >= 0),
  answers integer not null check (answers >= 0),
  contacts integer not null check (contacts >= 0),
  primary key (day, pseudonym, actor_kind, department_id)
); -- clustered

-- R7: what the days of somebody add up to. No index on the days: it would change with
-- every act, and whoever counts people by day reads them all.
create table member_states (
  -- personal: pseudonym
  pseudonym bigint primary key,
  -- As on the last active day.
  actor_kind smallint not null,
  department_id bigint not null,
  first_day integer not null,
  last_day integer not null,
  active_days integer not null check (active_days > 0),
  last_post_day integer,
  last_contribution_day integer,
  check (first_day <= last_day)
);

-- R5: a thread and its first answers. `opened_at` is null while only replies are known.
create table thread_states (
  thread_id bigint primary key,
  opened_at bigint,
  opened_day integer,
  -- personal: pseudonym
  author bigint,
  author_kind smallint,
  group_id bigint,
  department_id bigint not null,
  replies integer not null check (replies >= 0),
  -- By another human than the author, as are the two below.
  first_reply_at bigint,
  -- personal: pseudonym
  first_reply_by bigint,
  first_member_reply_at bigint,
  first_staff_reply_at bigint,
  accepted_at bigint,
  -- personal: pseudonym of whose answer was accepted
  answerer bigint,
  withdrawn boolean not null
);
create index thread_states_opened on thread_states (opened_day);
create index thread_states_author on thread_states (author, opened_at);
create index thread_states_unanswered on thread_states (opened_at) where first_reply_at is null and not withdrawn;

-- R9: who was put in which arm of an action.
create table assignments (
  action_id bigint not null,
  -- personal: pseudonym
  pseudonym bigint not null,
  arm smallint not null,
  department_id bigint not null,
  at bigint not null,
  propensity double precision,
  primary key (action_id, pseudonym)
); -- clustered

-- R4: who turned to whom on a day, where others could see it. The weight is 3 for a
-- reply or a contact, 2 for a mention, 1 for a reaction.
create table tie_days (
  day integer not null,
  -- personal: pseudonym
  source bigint not null,
  -- personal: pseudonym
  target bigint not null,
  source_department bigint not null,
  target_department bigint not null,
  weight integer not null check (weight >= 0),
  primary key (day, source, target, source_department, target_department)
); -- clustered

-- A thread's replies and acceptances, when it is counted anew.
create index facts_thread on facts (thread_id) where verb in (8, 11);
-- Who belongs to the community team: few, asked often.
create index people_team on people (id) where team;

-- Figures by department as they stood when an ISO week closed, over its 28 days. Who
-- may take part is known for now only, so this cannot be rebuilt from the facts.
create table closed_weeks (
  end_day integer not null,
  department_id bigint not null,
  eligible integer not null,
  connected integer not null,
  active integer not null,
  creators integer not null,
  contributors integer not null,
  readers integer not null,
  team integer not null,
  primary key (end_day, department_id)
);

-- Figures about days that are over, worked out once because they take long for a
-- large community; taken away when one of their days changes.
create table kept_figures (
  -- The last day that it is about.
  end_day integer not null,
  name text not null check (length(name) <= 40),
  -- Whole numbers with spaces between them.
  figures text not null check (length(figures) <= 20000000),
  primary key (end_day, name)
);
