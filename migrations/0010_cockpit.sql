-- What the cockpit keeps of its own: judgements of managers, and what was shown.

-- A phase that a manager chose over the calculated one. The newest holds until its
-- day has passed; 'calculated' takes an earlier choice back.
create table phase_overrules (
  id bigint primary key,
  at bigint not null,
  person_id bigint not null references people (id),
  phase text not null check (phase in ('calculated', 'inception', 'establishment', 'maturity', 'mitosis', 'decline')),
  note text not null check (length(note) between 1 and 1000),
  until_day integer not null
);
create index phase_overrules_at on phase_overrules (at);

-- A proposed action that a manager put aside.
create table refused_proposals (
  id bigint primary key,
  at bigint not null,
  person_id bigint not null references people (id),
  catalogue integer not null,
  note text not null check (length(note) <= 1000)
);
create index refused_proposals_at on refused_proposals (at);

-- R12, the release log: every figure by group that was shown, by closed week
-- (SCIENCE.md §0, privacy rule 3). What was shown stands; a week that has to be shown
-- anew (history came in) gets a next round. Numbers that were hidden are null here too.
create table release_log (
  measure text not null check (length(measure) between 1 and 40),
  -- The Sunday that ended the week.
  end_day integer not null,
  round integer not null,
  department_id bigint not null,
  -- Of the definition.
  version integer not null,
  did integer,
  people integer,
  -- Whether `people` comes from the payroll or is who is known here.
  payroll boolean not null,
  -- Of the figures that it was made from, to see whether they changed.
  fingerprint bigint not null,
  at bigint not null,
  check ((did is null) = (people is null)),
  primary key (measure, end_day, round, department_id)
);
