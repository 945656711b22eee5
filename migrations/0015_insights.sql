-- What the cockpit works out when nobody looks, and the signals that went off.

-- Findings that take long, by the last day that they are about. A finding about a
-- closed week stays as it was known then; another definition has another version, and
-- its own line in a chart.
create table kept_insights (
  name text not null check (length(name) between 1 and 40),
  end_day integer not null,
  version integer not null,
  -- JSON. No persons; words only when at least five people used them.
  content text not null check (length(content) <= 2000000),
  at bigint not null,
  primary key (name, end_day, version)
);

-- A count of the whole community that was far from what it is on such a weekday.
create table alarms (
  id bigint primary key,
  series text not null check (length(series) between 1 and 40),
  day integer not null,
  -- Of the definition.
  version integer not null,
  value bigint not null,
  -- The median of the same weekday in earlier weeks, and of how many.
  usual double precision not null,
  weeks integer not null,
  -- How far from it, and how far it may be.
  distance double precision not null,
  bound double precision not null,
  at bigint not null,
  -- What a manager says of it.
  verdict text check (verdict in ('right', 'false')),
  note text not null default '' check (length(note) <= 1000),
  judged_by bigint references people (id),
  judged_at bigint,
  check ((verdict is null) = (judged_at is null)),
  unique (series, day)
);
create index alarms_day on alarms (day);
