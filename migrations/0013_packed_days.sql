-- What people did on a day and to whom they turned, packed: the members of a block of
-- numbers together in one row. A row for each person and day took forty bytes and a
-- search in a tree; packed it takes four, a rebuild is ten times as quick, and whoever
-- reads a month reads a few hundred rows. Within a row members stand in order, so that
-- reading it is reading who was active: the bitmap of the day (SCIENCE.md §16, R1 and
-- R2). What the bytes mean is in `rollups/packed.rs`.
drop table member_days;
drop table tie_days;

-- A small number for everybody who ever did something or was turned to.
create table member_numbers (
  -- personal: pseudonym
  pseudonym bigint primary key,
  number integer not null unique check (number >= 0)
);

-- R1 and R2, for the members with numbers from 4096 times `block`.
create table member_blocks (
  day integer not null,
  block integer not null,
  -- personal: numbers of members
  cells bytea not null check (length(cells) <= 10000000),
  primary key (day, block)
);
create index member_blocks_block on member_blocks (block, day);

-- R4, by the number of whoever turned to another.
create table tie_blocks (
  day integer not null,
  block integer not null,
  -- personal: numbers of members
  cells bytea not null check (length(cells) <= 100000000),
  primary key (day, block)
);

-- All this is built anew from the facts, which the follower does by itself.
delete from member_states;
delete from thread_states;
delete from assignments;
delete from retracted_facts;
delete from kept_figures;
delete from followers where name = 'rollups';
