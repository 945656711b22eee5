-- One organisation is one database. What holds for both engines is written
-- once; `bigint primary key` becomes SQLite's row id by the migration runner.

create table community (
  id integer primary key check (id = 1),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('nl', 'en')),
  zone text not null check (length(zone) <= 64),
  -- Seeds every random assignment of people to arms.
  seed bigint not null,
  -- The privacy floor k of reports; configurable upwards only.
  floor integer not null default 5 check (floor >= 5),
  -- Whether somebody marked who belongs to the community team (SCIENCE.md §6).
  team_marked boolean not null default false,
  created_at bigint not null
);

create table departments (
  id bigint primary key,
  parent_id bigint references departments (id),
  name text not null check (length(name) between 1 and 120),
  name_key text not null check (length(name_key) between 1 and 240),
  -- Names from the top, joined by ' / ': what people read.
  path text not null check (length(path) <= 1000),
  -- People on the payroll there and below; null when nobody told.
  headcount integer check (headcount >= 0),
  created_at bigint not null
);
create unique index departments_name on departments (coalesce(parent_id, 0), name_key);

create table people (
  id bigint primary key,
  -- personal: name
  name text not null check (length(name) between 1 and 200),
  name_key text not null check (length(name_key) <= 400),
  -- personal: handle
  handle text not null unique check (length(handle) between 2 and 48),
  -- personal: address as typed, and its normalized form which is the key
  email text check (length(email) <= 254),
  email_key text unique check (length(email_key) <= 254),
  email_verified boolean not null default false,
  department_id bigint references departments (id),
  audience text not null check (audience in ('employee', 'customer', 'alumnus', 'candidate', 'supplier', 'neighbour')),
  role text not null check (role in ('member', 'moderator', 'manager', 'administrator')),
  state text not null check (state in ('placeholder', 'invited', 'active', 'suspended', 'erased')),
  -- Belongs to the community team: its acts are split off in every figure.
  team boolean not null default false,
  bot boolean not null default false,
  -- Objected to person-level models (SCIENCE.md §14).
  objected boolean not null default false,
  -- personal: about
  about text not null default '' check (length(about) <= 4000),
  picture_id bigint,
  language text check (language in ('nl', 'en')),
  -- Rises when rights change: streams and caches of an older epoch end.
  epoch integer not null default 0,
  -- First day at the organisation, if known.
  started_at bigint,
  -- First sign-in here; imported people with a history joined at their first act.
  joined_at bigint,
  -- The person's key in the system they were imported from.
  source_key text unique check (length(source_key) <= 400),
  created_at bigint not null
);
create index people_department on people (department_id);
create index people_name on people (name_key);

-- The only link between a person and what the log calls them.
create table pseudonyms (
  person_id bigint primary key references people (id),
  pseudonym bigint not null unique
);

create table passwords (
  person_id bigint primary key references people (id),
  hash text not null check (length(hash) <= 300),
  changed_at bigint not null
);

create table sessions (
  id bigint primary key,
  token_hash text not null unique check (length(token_hash) = 64),
  person_id bigint not null references people (id),
  created_at bigint not null,
  expires_at bigint not null,
  device text not null default '' check (length(device) <= 200)
);
create index sessions_person on sessions (person_id);

-- What a mailed or printed link or code can do, once.
create table tokens (
  id bigint primary key,
  hash text not null unique check (length(hash) = 64),
  purpose text not null check (purpose in ('invitation', 'verify', 'reset', 'change_address', 'claim')),
  person_id bigint not null references people (id),
  payload text not null default '' check (length(payload) <= 400),
  created_at bigint not null,
  expires_at bigint not null,
  spent_at bigint
);
create index tokens_person on tokens (person_id, purpose);

create table groups (
  id bigint primary key,
  name text not null check (length(name) between 1 and 120),
  name_key text not null unique check (length(name_key) <= 240),
  slug text not null unique check (length(slug) between 1 and 140),
  purpose text not null default '' check (length(purpose) <= 2000),
  access text not null check (access in ('open', 'closed', 'secret')),
  -- The one group that everybody is in.
  commons boolean not null default false,
  source_key text unique check (length(source_key) <= 400),
  created_at bigint not null,
  archived_at bigint
);
create unique index groups_one_commons on groups (commons) where commons;

create table memberships (
  group_id bigint not null references groups (id),
  person_id bigint not null references people (id),
  state text not null check (state in ('requested', 'invited', 'active', 'left', 'expelled')),
  moderates boolean not null default false,
  since bigint not null,
  primary key (group_id, person_id)
);
create index memberships_person on memberships (person_id, state, group_id);

-- What a person may see: the one definition, which every reading statement joins.
create view visible_groups as
  select p.id as person_id, g.id as group_id
  from people p
  join groups g on p.state = 'active' and (
    g.access <> 'secret'
    or exists (select 1 from memberships m
      where m.group_id = g.id and m.person_id = p.id and m.state in ('active', 'invited')));

create view readable_groups as
  select p.id as person_id, g.id as group_id
  from people p
  join groups g on p.state = 'active' and (
    g.access = 'open'
    or exists (select 1 from memberships m
      where m.group_id = g.id and m.person_id = p.id and m.state = 'active'));
