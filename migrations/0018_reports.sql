-- Reports to management. A finished report is kept for ever as it was.
create table reports (
  id bigint primary key,
  -- The first day of its month. It is about the four weeks to the month's last Sunday.
  month_day integer not null,
  -- A correction is a new version.
  version integer not null check (version >= 1),
  state text not null check (state in ('draft', 'finished')),
  -- The figures as they were, as JSON; by department only what was released.
  snapshot text not null check (length(snapshot) between 2 and 1000000),
  successes text not null default '' check (length(successes) <= 20000),
  explanation text not null default '' check (length(explanation) <= 20000),
  made_by bigint not null references people (id),
  made_at bigint not null,
  finished_by bigint references people (id),
  finished_at bigint,
  -- SHA-256 of all that it says.
  checksum text check (length(checksum) = 64),
  -- The report whose figures stand beside those of a finished one.
  beside_id bigint references reports (id),
  check ((state = 'finished') = (checksum is not null)),
  check ((state = 'finished') = (finished_at is not null)),
  unique (month_day, version)
);
create unique index reports_one_draft on reports (month_day) where state = 'draft';

create table report_decisions (
  report_id bigint not null references reports (id),
  number integer not null check (number >= 1),
  text text not null check (length(text) between 1 and 1000),
  -- personal: owner, as typed
  owner text not null check (length(owner) between 1 and 120),
  due_day integer not null,
  primary key (report_id, number)
);

-- When a finished report is mailed; none is not. One row.
create table report_mailing (
  id integer primary key check (id = 1),
  -- From this day of the month on.
  day integer not null check (day between 1 and 28),
  -- Whether the PDF goes along, or only a link.
  attached boolean not null,
  set_by bigint not null references people (id),
  set_at bigint not null
);

-- Who gets it: members, or addresses that an administrator entered.
create table report_recipients (
  id bigint primary key,
  person_id bigint unique references people (id),
  -- personal: address
  email text unique check (length(email) between 3 and 254),
  added_by bigint not null references people (id),
  created_at bigint not null,
  check ((person_id is null) <> (email is null))
);

-- A file with a mail.
alter table outbox add column file_name text check (length(file_name) <= 120);
alter table outbox add column file bytea check (length(file) <= 10000000);

-- Who leads a department sees its figures above the floor, and keeps promises.
create table department_leaders (
  department_id bigint primary key references departments (id),
  -- personal: who leads
  person_id bigint not null references people (id),
  since bigint not null
);
create index department_leaders_person on department_leaders (person_id);

-- Promises of who leads: theirs alone. Nobody else reads one by one.
create table promises (
  id bigint primary key,
  person_id bigint not null references people (id),
  -- personal: promise
  text text not null check (length(text) between 1 and 300),
  -- How much a month, in times or in hours.
  kind text not null check (kind in ('times', 'hours')),
  amount integer not null check (amount between 1 and 200),
  made_at bigint not null,
  ended_at bigint
);
create index promises_person on promises (person_id);

create table promise_months (
  promise_id bigint not null references promises (id),
  -- The first day of the month.
  month_day integer not null,
  -- How much was promised then.
  amount integer not null check (amount between 1 and 200),
  done integer not null check (done between 0 and 1000),
  primary key (promise_id, month_day)
);
