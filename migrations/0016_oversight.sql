-- Oversight: who consented to what, and who looked at whom (SCIENCE.md §0 and §14).

-- A consent of the works council or the data protection officer. Never deleted:
-- withdrawing it is written down beside it.
create table consents (
  id bigint primary key,
  scope text not null check (scope in ('network', 'roles', 'named_lists')),
  given_by text not null check (length(given_by) between 1 and 240),
  -- Days: given on, and the last one on which it holds.
  given_on integer not null,
  expires_on integer not null,
  reference text not null check (length(reference) <= 600),
  recorded_by bigint not null references people (id),
  recorded_at bigint not null,
  withdrawn_at bigint,
  withdrawn_by bigint references people (id),
  check (expires_on > given_on),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index consents_scope on consents (scope, expires_on);

-- Looks of staff at somebody's own data, one row a day for each who looked and what for.
create table looks (
  -- personal: whose data
  person_id bigint not null references people (id),
  -- personal: who looked
  by_id bigint not null references people (id),
  by_role text not null check (by_role in ('member', 'moderator', 'manager', 'administrator')),
  purpose text not null check (length(purpose) between 1 and 40),
  day integer not null,
  first_at bigint not null,
  last_at bigint not null,
  times integer not null check (times > 0),
  primary key (person_id, day, by_id, purpose)
);
create index looks_day on looks (day);
