//! What was said where everybody can read it. Closed and secret groups are nowhere here:
//! what is said there is for those who are in.

use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
use language::{Moment, PersonId, Result, SubjectKind};
use schema::{groups, people, posts, readable_posts};

/// A post with how many members reacted or answered in the week after it.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub(crate) struct Item {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Bool)]
    pub question: bool,
    #[diesel(sql_type = BigInt)]
    pub at: Moment,
    /// Only tells one author from another; a guest is an author per post.
    #[diesel(sql_type = BigInt)]
    pub author: i64,
    /// Whether a member wrote it, who then is one of those who came by.
    #[diesel(sql_type = Bool)]
    pub by_member: bool,
    #[diesel(sql_type = BigInt)]
    pub reactors: i64,
}

/// The newest posts of a window in groups that everybody may read.
pub(crate) fn items(conn: &mut Conn, from: Moment, until: Moment, most: i64) -> Result<Vec<Item>> {
    Ok(database::sql(
        "with items as (
            select p.id, p.kind = 'question' as question, p.published_at as at, p.author_id
            from posts p join groups g on g.id = p.group_id
            left join people b on b.id = p.author_id
            where g.access = 'open' and g.archived_at is null and p.state = 'published'
                and p.published_at >= $1 and p.published_at < $2
                and coalesce(b.bot, false) = false
            order by p.published_at desc, p.id desc limit $3),
        acts as (
            select i.id, r.person_id from items i
            join reactions r on r.subject_kind = 1 and r.subject_id = i.id
            where r.created_at < i.at + $4
            union
            select i.id, c.author_id from items i
            join comments c on c.subject_kind = 1 and c.subject_id = i.id
            where c.state = 'published' and c.published_at < i.at + $4
                and c.author_id is not null),
        counted as (
            select a.id, count(*) as reactors from acts a
            join items i on i.id = a.id
            join people q on q.id = a.person_id and not q.team and not q.bot
            where i.author_id is null or i.author_id <> a.person_id
            group by a.id)
        select i.id, i.question, i.at, coalesce(i.author_id, -i.id) as author,
            coalesce(w.team = false, false) as by_member, coalesce(c.reactors, 0) as reactors
        from items i left join counted c on c.id = i.id left join people w on w.id = i.author_id
        order by i.at, i.id",
    )
    .bind::<BigInt, _>(from)
    .bind::<BigInt, _>(until)
    .bind::<BigInt, _>(most)
    .bind::<BigInt, _>(7 * Moment::DAY)
    .load(conn)?)
}

/// Something that somebody wrote.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub(crate) struct Said {
    #[diesel(sql_type = BigInt)]
    pub author: i64,
    #[diesel(sql_type = BigInt)]
    pub at: Moment,
    #[diesel(sql_type = Text)]
    pub text: String,
}

/// The newest posts and comments since a moment by people with an account, where everybody
/// may read them.
pub(crate) fn said(conn: &mut Conn, since: Moment, until: Moment, most: i64) -> Result<Vec<Said>> {
    Ok(database::sql(
        "select author, at, text from (
            select p.author_id as author, p.published_at as at, p.title || ' ' || p.body as text
            from posts p join groups g on g.id = p.group_id
            where g.access = 'open' and g.archived_at is null and p.state = 'published'
                and p.author_id is not null and p.published_at >= $1 and p.published_at < $2
            union all
            select c.author_id, c.published_at, c.body
            from comments c join posts p on c.subject_kind = 1 and p.id = c.subject_id
            join groups g on g.id = p.group_id
            where g.access = 'open' and g.archived_at is null and p.state = 'published'
                and c.state = 'published' and c.author_id is not null
                and c.published_at >= $1 and c.published_at < $2) said
        join people q on q.id = said.author and not q.bot
        order by at desc limit $3",
    )
    .bind::<BigInt, _>(since)
    .bind::<BigInt, _>(until)
    .bind::<BigInt, _>(most)
    .load(conn)?)
}

/// Everybody's name: names of people are no themes.
pub(crate) fn names(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(people::table.select(people::name).load(conn)?)
}

/// A topic and when it was written about.
#[derive(Debug, Clone, PartialEq, QueryableByName)]
pub(crate) struct Tagged {
    #[diesel(sql_type = BigInt)]
    pub topic: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = BigInt)]
    pub at: Moment,
}

/// Posts with a topic since a moment, where everybody may read them; topics together, oldest
/// post first.
pub(crate) fn tagged(conn: &mut Conn, since: Moment, until: Moment) -> Result<Vec<Tagged>> {
    Ok(database::sql(
        "select t.id as topic, t.name, p.published_at as at
        from post_topics x join topics t on t.id = x.topic_id
        join posts p on p.id = x.post_id join groups g on g.id = p.group_id
        where g.access = 'open' and g.archived_at is null and p.state = 'published'
            and p.published_at >= $1 and p.published_at < $2
        order by t.id, p.published_at, p.id",
    )
    .bind::<BigInt, _>(since)
    .bind::<BigInt, _>(until)
    .load(conn)?)
}

/// What a post is called: its title, or how it begins.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(crate) struct Titled {
    pub id: i64,
    pub title: String,
    pub body: String,
}

/// Those of some posts that `reader` may read and that everybody may read still.
pub(crate) fn titles(conn: &mut Conn, reader: PersonId, ids: &[i64]) -> Result<Vec<Titled>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(posts::table
        .inner_join(groups::table)
        .inner_join(readable_posts::table.on(readable_posts::post_id.eq(posts::id)))
        .filter(readable_posts::person_id.eq(reader.0))
        .filter(groups::access.eq("open"))
        .filter(posts::id.eq_any(ids))
        .select((posts::id, posts::title, posts::body))
        .load(conn)?)
}

/// A message and the one that it answers, within a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub(crate) struct Link {
    #[diesel(sql_type = BigInt)]
    pub thread: i64,
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub parent: Option<i64>,
}

/// The answers in threads that were opened in a window, thread by thread; at most so many.
pub(crate) fn links(conn: &mut Conn, window: rollups::Window, most: i64) -> Result<Vec<Link>> {
    Ok(database::sql(
        "select c.subject_id as thread, c.id, c.parent_id as parent
        from thread_states t
        join comments c on c.subject_kind = $1 and c.subject_id = t.thread_id
        where t.opened_day between $2 and $3 and not t.withdrawn and c.state = 'published'
        order by c.subject_id, c.published_at, c.id limit $4",
    )
    .bind::<diesel::sql_types::SmallInt, _>(SubjectKind::Post)
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .bind::<BigInt, _>(most)
    .load(conn)?)
}
