-- Ties: who turns to whom between departments, by closed week (SCIENCE.md §4).

create table tie_weeks (
  -- The Sunday that ended the week.
  end_day integer not null,
  -- A week that has to be shown anew (history came in) gets a next round.
  round integer not null,
  -- Of the definition.
  version integer not null,
  -- The privacy floor with which it was made.
  floor integer not null check (floor >= 5),
  -- Of what it was made from, to see whether that changed.
  fingerprint bigint not null,
  -- Weights of what stayed within a department and went across, of the whole community.
  inside bigint not null,
  across bigint not null,
  -- JSON: counts of the network below departments. Null without the consent for it.
  network text check (length(network) <= 100000),
  at bigint not null,
  primary key (end_day, round)
);

-- The release log of pairs of departments: what was shown, null where it was hidden.
create table tie_cells (
  end_day integer not null,
  round integer not null,
  source_id bigint not null,
  target_id bigint not null,
  -- Different people who turned, and to whom they turned.
  sources integer,
  targets integer,
  -- People of the source who came by in those four weeks, as reach showed it.
  active integer not null,
  check ((sources is null) = (targets is null)),
  primary key (end_day, round, source_id, target_id)
);
