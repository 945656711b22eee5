create table followers (
  name text primary key check (length(name) <= 60),
  position bigint not null default 0 check (position >= 0),
  -- Why it stands still, if it does; cleared by the next step that works.
  trouble text check (length(trouble) <= 2000),
  moved_at bigint not null
);

-- An active day of a person is recorded once (SCIENCE.md 1.1).
create table active_days (
  person_id bigint not null references people (id),
  day integer not null,
  primary key (person_id, day)
);

-- What leaves the house. The key makes a doubled mail impossible.
create table outbox (
  id bigint primary key,
  key text not null unique check (length(key) <= 200),
  kind text not null check (length(kind) <= 40),
  -- Security mail is sent again after a crash in `sending`, other mail is not.
  security boolean not null,
  -- personal: address
  recipient text not null check (length(recipient) <= 320),
  subject text not null check (length(subject) <= 300),
  body_text text not null,
  body_html text not null default '',
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  lease_until bigint,
  next_at bigint not null,
  trouble text check (length(trouble) <= 2000),
  created_at bigint not null,
  sent_at bigint
);
create index outbox_waiting on outbox (next_at) where state in ('waiting', 'sending');

-- Who did what with the powers of a role; never edited, never deleted.
create table audit (
  id bigint primary key,
  at bigint not null,
  person_id bigint,
  act text not null check (length(act) <= 80),
  about_person_id bigint,
  detail text not null default '' check (length(detail) <= 2000)
);
create index audit_about on audit (about_person_id);
