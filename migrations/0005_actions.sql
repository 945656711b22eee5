create table actions (
  id bigint primary key,
  -- Number in the catalogue; null for an own action.
  catalogue integer,
  title text not null check (length(title) between 1 and 200),
  question text not null check (length(question) between 1 and 500),
  explanation text not null default '' check (length(explanation) <= 4000),
  goal text not null check (length(goal) <= 60),
  -- How people answer.
  answer_kind text not null check (answer_kind in ('tap', 'choice', 'text', 'picture')),
  -- The outcome that decides, fixed before it opens.
  outcome text not null check (outcome in ('contributed', 'posted', 'active_days')),
  window_days integer not null check (window_days between 1 and 90),
  owner_id bigint not null references people (id),
  -- Comma-separated department ids; empty for everybody.
  audience text not null default '' check (length(audience) <= 4000),
  held_percent integer not null check (held_percent between 0 and 50),
  seed bigint not null,
  state text not null check (state in ('draft', 'open', 'closed', 'withdrawn')),
  opens_at bigint not null,
  closes_at bigint not null,
  shown integer not null default 0,
  held integer not null default 0,
  answers integer not null default 0 check (answers >= 0),
  -- Said beforehand: the smallest effect, as a share, that it can detect.
  detectable double precision,
  base_rate double precision,
  judged_at bigint,
  source_key text unique check (length(source_key) <= 400),
  created_at bigint not null,
  check (closes_at > opens_at)
);
create index actions_state on actions (state, closes_at);

create table action_choices (
  action_id bigint not null references actions (id),
  number integer not null,
  label text not null check (length(label) between 1 and 120),
  primary key (action_id, number)
);

-- Live assignment; the log has it by pseudonym, with propensity.
create table action_arms (
  action_id bigint not null references actions (id),
  person_id bigint not null references people (id),
  arm smallint not null,
  primary key (action_id, person_id)
);
create index action_arms_person on action_arms (person_id, arm);

create table action_answers (
  id bigint primary key,
  action_id bigint not null references actions (id),
  person_id bigint not null references people (id),
  choice integer,
  body text not null default '' check (length(body) <= 4000),
  body_html text not null default '',
  state text not null check (state in ('published', 'withdrawn', 'held')),
  created_at bigint not null,
  unique (action_id, person_id)
);
create index action_answers_action on action_answers (action_id, created_at desc);
