mod below;

pub(crate) use below::{
    accept, count_comments, count_reactions, hold_accepted, last_accept, mark_read, unaccept,
};

use crate::post::{Draft, Kind, Post};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
use language::{
    CommentId, GroupAccess, GroupId, Moment, PersonId, PostId, Refusal, Result, Visibility,
};
use schema::{groups, people, posts, readable_groups, visible_groups};
use std::collections::HashMap;
use text::{Handle, Options, SANITIZER_VERSION, SafeHtml};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: PostId,
    #[diesel(sql_type = BigInt)]
    group_id: GroupId,
    #[diesel(sql_type = Text)]
    group_name: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Bool)]
    commons: bool,
    #[diesel(sql_type = Text)]
    access: GroupAccess,
    #[diesel(sql_type = Nullable<BigInt>)]
    author_id: Option<PersonId>,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    handle: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    picture_id: Option<i64>,
    #[diesel(sql_type = Nullable<Bool>)]
    team: Option<bool>,
    #[diesel(sql_type = Nullable<Text>)]
    department: Option<String>,
    #[diesel(sql_type = Text)]
    kind: Kind,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = Text)]
    body_html: String,
    #[diesel(sql_type = Integer)]
    sanitizer: i32,
    #[diesel(sql_type = BigInt)]
    published_at: Moment,
    #[diesel(sql_type = Nullable<BigInt>)]
    edited_at: Option<Moment>,
    #[diesel(sql_type = BigInt)]
    activity_at: Moment,
    #[diesel(sql_type = Integer)]
    comments: i32,
    #[diesel(sql_type = Integer)]
    reactions: i32,
    #[diesel(sql_type = Nullable<BigInt>)]
    accepted_comment_id: Option<CommentId>,
    #[diesel(sql_type = Nullable<Text>)]
    accepted_by: Option<String>,
    #[diesel(sql_type = Nullable<Integer>)]
    score: Option<i32>,
    #[diesel(sql_type = Nullable<BigInt>)]
    closed_at: Option<Moment>,
    #[diesel(sql_type = Nullable<BigInt>)]
    read_at: Option<Moment>,
    #[diesel(sql_type = Bool)]
    open: bool,
}

impl Row {
    fn post(self) -> Post {
        let html = SafeHtml::from_cache(self.body_html, self.sanitizer)
            .unwrap_or_else(|| text::render(&self.body, &Options::post()));
        Post {
            id: self.id,
            group: self.group_id,
            group_name: self.group_name,
            group_slug: self.slug,
            to_everyone: self.commons,
            visibility: visibility(self.access),
            author: self.author_id,
            author_name: self.name,
            author_handle: self.handle,
            author_picture: self.picture_id,
            author_team: self.team.unwrap_or(false),
            department: self.department,
            kind: self.kind,
            title: self.title,
            body: self.body,
            html,
            at: self.published_at,
            edited: self.edited_at,
            activity: self.activity_at,
            comments: self.comments,
            reactions: self.reactions,
            accepted: self.accepted_comment_id,
            accepted_by: self.accepted_by,
            score: self.score,
            closed: self.closed_at,
            read: self.read_at,
            open: self.open,
        }
    }
}

/// How widely what stands in such a group can be read.
pub(crate) fn visibility(access: GroupAccess) -> Visibility {
    match access {
        GroupAccess::Open => Visibility::Everyone,
        GroupAccess::Closed => Visibility::Group,
        GroupAccess::Secret => Visibility::Secret,
    }
}

// $1 is the reader.
const COLUMNS: &str = "
    select t.id, t.group_id, g.name as group_name, g.slug, g.commons, g.access, t.author_id,
           coalesce(p.name, t.author_name, '') as name, p.handle, p.picture_id, p.team,
           d.name as department, t.kind, t.title, t.body, t.body_html, t.sanitizer,
           t.published_at, t.edited_at, t.activity_at, t.comments, t.reactions,
           t.accepted_comment_id,
           a.name as accepted_by, t.score, t.closed_at, r.read_at,
           (t.closed_at is null and g.archived_at is null and not exists (
                select 1 from memberships x where x.group_id = t.group_id
                and x.person_id = $1 and x.state = 'expelled')) as open
    from posts t
    join groups g on g.id = t.group_id
    left join people p on p.id = t.author_id
    left join departments d on d.id = p.department_id
    left join people a on a.id = t.accepted_by
    left join thread_reads r on r.person_id = $1 and r.subject_kind = 1 and r.subject_id = t.id";

const MAY_READ: &str = "t.state = 'published' and exists (
    select 1 from readable_groups v where v.person_id = $1 and v.group_id = t.group_id)";

/// A post of somebody's feed: what of it is not the same for everybody.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub(crate) struct Chosen {
    #[diesel(sql_type = BigInt)]
    pub(crate) id: PostId,
    /// When the last thing happened there.
    #[diesel(sql_type = BigInt)]
    pub(crate) activity: Moment,
    /// Whether the reader was sent away from its group.
    #[diesel(sql_type = Bool)]
    pub(crate) expelled: bool,
}

// The first `+` keeps SQLite from starting at the groups: the feed is read in the
// order of its index and stops after a page.
const CHOSEN: &str = "
    select t.id, t.activity_at as activity, exists (
        select 1 from memberships x where x.group_id = t.group_id
        and x.person_id = $1 and x.state = 'expelled') as expelled
    from posts t
    where t.state = 'published' and +t.group_id in (
        select v.group_id from readable_groups v where v.person_id = $1)";

/// A page of the feed of a reader, the last touched first: at most `limit` posts
/// that stand after `before` (a moment and an id), in one group or in all.
pub(crate) fn chosen(
    conn: &mut Conn,
    reader: PersonId,
    group: Option<GroupId>,
    before: Option<(Moment, PostId)>,
    limit: i64,
) -> Result<Vec<Chosen>> {
    let (moment, id) = before.unwrap_or((Moment(i64::MAX), PostId(i64::MAX)));
    let within = if group.is_some() { "and t.group_id = $4" } else { "and $4 = 0" };
    let sql = format!(
        "{CHOSEN} and (t.activity_at, t.id) < ($2, $3) {within}
         order by t.activity_at desc, t.id desc limit {limit}"
    );
    Ok(database::sql(sql)
        .bind::<BigInt, _>(reader)
        .bind::<BigInt, _>(moment)
        .bind::<BigInt, _>(id)
        .bind::<BigInt, _>(group.map_or(0, |g| g.0))
        .load(conn)?)
}

/// One post of a feed, for a reader who may read it.
///
/// # Errors
/// Not found when it is not there or not for them.
pub(crate) fn chosen_one(conn: &mut Conn, reader: PersonId, id: PostId) -> Result<Chosen> {
    let row: Option<Chosen> = database::sql(format!("{CHOSEN} and t.id = $2"))
        .bind::<BigInt, _>(reader)
        .bind::<BigInt, _>(id)
        .get_result(conn)
        .optional()?;
    Ok(row.ok_or(Refusal::NotFound)?)
}

/// These posts, in any order, as for somebody who read nothing and was sent away from
/// nowhere. Only for ids that were [`chosen`] for a reader: nothing is checked here.
pub(crate) fn unread(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Post>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = database::places(2, ids.len());
    let rows: Vec<Row> = database::sql(format!("{COLUMNS} where t.id in ({list})"))
        .bind::<BigInt, _>(0)
        .bind_list(ids)
        .load(conn)?;
    Ok(rows.into_iter().map(Row::post).collect())
}

/// A page of the feed of a reader: [`chosen`] with all there is to know of each post
/// but what the reader has read.
///
/// # Errors
/// A fault of the database.
pub fn feed(
    conn: &mut Conn,
    reader: PersonId,
    group: Option<GroupId>,
    before: Option<(Moment, PostId)>,
    limit: i64,
) -> Result<Vec<Post>> {
    let chosen = chosen(conn, reader, group, before, limit)?;
    let ids: Vec<i64> = chosen.iter().map(|post| post.id.0).collect();
    let mut posts: HashMap<PostId, Post> =
        unread(conn, &ids)?.into_iter().map(|post| (post.id, post)).collect();
    let one = |chosen: Chosen| {
        let post = posts.remove(&chosen.id)?;
        Some(Post { open: post.open && !chosen.expelled, ..post })
    };
    Ok(chosen.into_iter().filter_map(one).collect())
}

/// One post, for a reader who may read it.
///
/// # Errors
/// Not found when it is not there or not for them.
pub fn find(conn: &mut Conn, reader: PersonId, id: PostId) -> Result<Post> {
    let row: Option<Row> = database::sql(format!("{COLUMNS} where t.id = $2 and {MAY_READ}"))
        .bind::<BigInt, _>(reader)
        .bind::<BigInt, _>(id)
        .get_result(conn)
        .optional()?;
    Ok(row.ok_or(Refusal::NotFound)?.post())
}

/// A question that nobody has answered.
#[derive(Debug, Clone, QueryableByName)]
pub(crate) struct Waiting {
    #[diesel(sql_type = BigInt)]
    pub(crate) id: PostId,
    #[diesel(sql_type = Text)]
    pub(crate) title: String,
    #[diesel(sql_type = Text)]
    pub(crate) body: String,
    #[diesel(sql_type = Text)]
    pub(crate) name: String,
    #[diesel(sql_type = BigInt)]
    pub(crate) published_at: Moment,
}

/// Others' questions since `since` without any answer, the longest waiting first.
pub(crate) fn waiting(
    conn: &mut Conn,
    reader: PersonId,
    since: Moment,
    limit: i64,
) -> Result<Vec<Waiting>> {
    let sql = format!(
        "select t.id, t.title, t.body, coalesce(p.name, t.author_name, '') as name, t.published_at
         from posts t left join people p on p.id = t.author_id
         where {MAY_READ} and t.kind = 'question' and t.accepted_comment_id is null
           and t.published_at > $2 and t.comments = 0 and t.closed_at is null
           and (t.author_id is null or t.author_id <> $1)
         order by t.published_at limit {limit}"
    );
    Ok(database::sql(sql).bind::<BigInt, _>(reader).bind::<BigInt, _>(since).load(conn)?)
}

/// A group that somebody may post in.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) purpose: String,
    pub(crate) access: GroupAccess,
    pub(crate) commons: bool,
}

impl Place {
    /// Its colour, 0 to 7.
    pub(crate) fn hue(&self) -> i64 {
        (self.id.0 ^ (self.id.0 >> 7) ^ (self.id.0 >> 21)) & 7
    }
}

type PlaceRow = (GroupId, String, String, String, GroupAccess, bool);

fn place((id, name, slug, purpose, access, commons): PlaceRow) -> Place {
    Place { id, name, slug, purpose, access, commons }
}

/// The groups of which somebody is a member, and the commons first.
pub(crate) fn places(conn: &mut Conn, by: PersonId) -> Result<Vec<Place>> {
    use schema::memberships;
    let rows: Vec<PlaceRow> = groups::table
        .filter(groups::archived_at.is_null())
        .filter(
            groups::commons.eq(true).or(groups::id.eq_any(
                memberships::table
                    .filter(memberships::person_id.eq(by))
                    .filter(memberships::state.eq("active"))
                    .select(memberships::group_id),
            )),
        )
        .order((groups::commons.desc(), groups::name_key.asc()))
        .select((
            groups::id,
            groups::name,
            groups::slug,
            groups::purpose,
            groups::access,
            groups::commons,
        ))
        .load(conn)?;
    Ok(rows.into_iter().take(200).map(place).collect())
}

/// A group by its part of an address, for somebody who may read it.
pub(crate) fn place_by_slug(conn: &mut Conn, reader: PersonId, slug: &str) -> Result<Place> {
    let row: Option<PlaceRow> = groups::table
        .inner_join(readable_groups::table.on(readable_groups::group_id.eq(groups::id)))
        .filter(readable_groups::person_id.eq(reader.0))
        .filter(groups::slug.eq(slug))
        .select((
            groups::id,
            groups::name,
            groups::slug,
            groups::purpose,
            groups::access,
            groups::commons,
        ))
        .get_result(conn)
        .optional()?;
    Ok(place(row.ok_or(Refusal::NotFound)?))
}

/// How somebody who may read a group stands to it.
#[derive(QueryableByName)]
pub(crate) struct Standing {
    #[diesel(sql_type = Text)]
    pub(crate) access: GroupAccess,
    #[diesel(sql_type = Bool)]
    pub(crate) archived: bool,
    /// Is in it; everybody is in the commons.
    #[diesel(sql_type = Bool)]
    pub(crate) member: bool,
}

/// Whether somebody may know that a group is there.
pub(crate) fn is_known(conn: &mut Conn, by: PersonId, slug: &str) -> Result<bool> {
    let found: i64 = visible_groups::table
        .inner_join(groups::table.on(groups::id.eq(visible_groups::group_id)))
        .filter(visible_groups::person_id.eq(by))
        .filter(groups::slug.eq(slug))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// How somebody stands to a group that they may read.
pub(crate) fn group_for(conn: &mut Conn, reader: PersonId, group: GroupId) -> Result<Standing> {
    let row: Option<Standing> = database::sql(
        "select g.access, (g.archived_at is not null) as archived,
                (g.commons or exists (select 1 from memberships m
                    where m.group_id = g.id and m.person_id = $1 and m.state = 'active')) as member
         from readable_groups v join groups g on g.id = v.group_id
         where v.person_id = $1 and g.id = $2",
    )
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(group)
    .get_result(conn)
    .optional()?;
    Ok(row.ok_or(Refusal::NotFound)?)
}

/// The people of these handles who may read the group.
pub(crate) fn known_handles(
    conn: &mut Conn,
    group: GroupId,
    handles: &[Handle],
) -> Result<Vec<(PersonId, String)>> {
    let names: Vec<&str> = handles.iter().take(50).map(Handle::as_str).collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    Ok(people::table
        .inner_join(readable_groups::table.on(readable_groups::person_id.eq(people::id)))
        .filter(readable_groups::group_id.eq(group.0))
        .filter(people::handle.eq_any(names))
        .select((people::id, people::handle))
        .load(conn)?)
}

/// The post that this person made with this form before.
pub(crate) fn by_key(conn: &mut Conn, by: PersonId, key: &str) -> Result<Option<PostId>> {
    Ok(posts::table
        .filter(posts::request_key.eq(key))
        .filter(posts::author_id.eq(Some(by.0)))
        .select(posts::id)
        .get_result(conn)
        .optional()?)
}

fn rendered(draft: &Draft, known: &[(PersonId, String)]) -> SafeHtml {
    let is_known = |handle: &Handle| known.iter().any(|(_, name)| name == handle.as_str());
    text::render(&draft.body, &Options::post().with_mentions(&is_known))
}

/// Inserts a post; none when the same form came at the same moment.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    group: GroupId,
    by: PersonId,
    draft: &Draft,
    known: &[(PersonId, String)],
) -> Result<Option<PostId>> {
    let id = PostId(tx.new_id());
    let new = database::sql(
        "insert into posts (id, group_id, author_id, kind, title, body, body_html, sanitizer,
                            state, published_at, activity_at, request_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'published', $9, $9, $10)
         on conflict do nothing",
    )
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(group)
    .bind::<BigInt, _>(by)
    .bind::<Text, _>(draft.kind)
    .bind::<Text, _>(&draft.title)
    .bind::<Text, _>(&draft.body)
    .bind::<Text, _>(rendered(draft, known).as_str())
    .bind::<Integer, _>(SANITIZER_VERSION)
    .bind::<BigInt, _>(tx.now())
    .bind::<Nullable<Text>, _>(draft.key.as_deref())
    .execute(&mut **tx)?;
    if new == 0 {
        return Ok(None);
    }
    mark_read(tx, by, id, tx.now())?;
    Ok(Some(id))
}

pub(crate) fn change(
    tx: &mut Tx<'_>,
    id: PostId,
    draft: &Draft,
    known: &[(PersonId, String)],
) -> Result<()> {
    diesel::update(posts::table.filter(posts::id.eq(id)))
        .set((
            posts::title.eq(&draft.title),
            posts::body.eq(&draft.body),
            posts::body_html.eq(rendered(draft, known).as_str()),
            posts::sanitizer.eq(SANITIZER_VERSION),
            posts::edited_at.eq(Some(tx.now())),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn withdraw(tx: &mut Tx<'_>, id: PostId) -> Result<usize> {
    Ok(diesel::update(posts::table.filter(posts::id.eq(id)).filter(posts::state.eq("published")))
        .set(posts::state.eq("withdrawn"))
        .execute(&mut **tx)?)
}
