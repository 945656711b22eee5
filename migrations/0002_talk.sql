create table posts (
  id bigint primary key,
  group_id bigint not null references groups (id),
  author_id bigint references people (id),
  -- personal: name of an author who never had an account here
  author_name text check (length(author_name) <= 200),
  kind text not null check (kind in ('update', 'question')),
  title text not null default '' check (length(title) <= 300),
  body text not null check (length(body) <= 200000),
  body_html text not null,
  sanitizer integer not null,
  state text not null check (state in ('published', 'withdrawn', 'held')),
  published_at bigint not null,
  edited_at bigint,
  -- The last thing that happened in the thread: what feeds are ordered by.
  activity_at bigint not null,
  comments integer not null default 0 check (comments >= 0),
  reactions integer not null default 0 check (reactions >= 0),
  accepted_comment_id bigint,
  accepted_by bigint references people (id),
  -- Votes from another system that name no person.
  score integer,
  closed_at bigint,
  source_key text unique check (length(source_key) <= 400),
  -- Given by the form: the same post submitted twice is one post.
  request_key text unique check (length(request_key) <= 64)
);
create index posts_feed on posts (activity_at desc, id desc) where state = 'published';
create index posts_group on posts (group_id, activity_at desc, id desc);
create index posts_author on posts (author_id);
create index posts_unanswered on posts (published_at) where kind = 'question' and accepted_comment_id is null and state = 'published';

create table topics (
  id bigint primary key,
  name text not null check (length(name) between 1 and 60),
  name_key text not null unique check (length(name_key) <= 120)
);
create table post_topics (
  post_id bigint not null references posts (id),
  topic_id bigint not null references topics (id),
  primary key (post_id, topic_id)
);
create index post_topics_topic on post_topics (topic_id, post_id);

create table comments (
  id bigint primary key,
  subject_kind smallint not null,
  subject_id bigint not null,
  parent_id bigint references comments (id),
  author_id bigint references people (id),
  -- personal: name of an author who never had an account here
  author_name text check (length(author_name) <= 200),
  body text not null check (length(body) <= 200000),
  body_html text not null,
  sanitizer integer not null,
  state text not null check (state in ('published', 'withdrawn', 'held')),
  published_at bigint not null,
  edited_at bigint,
  reactions integer not null default 0 check (reactions >= 0),
  score integer,
  source_key text unique check (length(source_key) <= 400),
  request_key text unique check (length(request_key) <= 64)
);
create index comments_subject on comments (subject_kind, subject_id, published_at, id);
create index comments_author on comments (author_id);
create index comments_parent on comments (parent_id);

create table reactions (
  subject_kind smallint not null,
  subject_id bigint not null,
  person_id bigint not null references people (id),
  word text not null check (word in ('thanks', 'agree', 'impressed', 'help', 'helped_me')),
  created_at bigint not null,
  primary key (subject_kind, subject_id, person_id, word)
);
create index reactions_person on reactions (person_id);

create table thread_reads (
  person_id bigint not null references people (id),
  subject_kind smallint not null,
  subject_id bigint not null,
  read_at bigint not null,
  primary key (person_id, subject_kind, subject_id)
);

create table pictures (
  id bigint primary key,
  owner_id bigint not null references people (id),
  -- Set when what it belongs to is saved; until then only the owner sees it.
  subject_kind smallint,
  subject_id bigint,
  large_blob text not null check (length(large_blob) <= 64),
  small_blob text not null check (length(small_blob) <= 64),
  media_type text not null check (length(media_type) <= 40),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  alt text not null default '' check (length(alt) <= 500),
  created_at bigint not null
);
create index pictures_subject on pictures (subject_kind, subject_id);
create index pictures_owner on pictures (owner_id);

create view readable_posts as
  select r.person_id, p.id as post_id, p.group_id
  from posts p
  join readable_groups r on r.group_id = p.group_id
  where p.state = 'published';
