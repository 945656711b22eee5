//! Whether people get an answer (SCIENCE.md 3.1 and 3.2).

use super::team;
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};
use language::{DepartmentId, GroupId, Moment, PersonId, PostId, Pseudonym, Result};

/// The opening of a thread and its first answers by another human.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opener {
    /// The thread.
    pub thread: PostId,
    /// Whether it asks something.
    pub question: bool,
    /// When it was opened.
    pub opened_at: Moment,
    /// Whether the community team opened it.
    pub by_staff: bool,
    /// The group that it is in.
    pub group: Option<GroupId>,
    /// The author's department at the time.
    pub department: Option<DepartmentId>,
    /// The first answer by a member or guest.
    pub first_member_reply_at: Option<Moment>,
    /// The first answer by the team.
    pub first_staff_reply_at: Option<Moment>,
    /// When an answer was accepted.
    pub accepted_at: Option<Moment>,
    /// When it was closed to replies.
    pub closed_at: Option<Moment>,
    /// Replies by people, the author's own included.
    pub replies: i32,
}

impl Opener {
    /// The first answer by whomever.
    pub fn first_reply_at(&self) -> Option<Moment> {
        [self.first_member_reply_at, self.first_staff_reply_at].into_iter().flatten().min()
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    thread_id: i64,
    #[diesel(sql_type = Bool)]
    question: bool,
    #[diesel(sql_type = BigInt)]
    opened_at: i64,
    #[diesel(sql_type = Bool)]
    by_staff: bool,
    #[diesel(sql_type = Nullable<BigInt>)]
    group_id: Option<i64>,
    #[diesel(sql_type = BigInt)]
    department_id: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    first_member_reply_at: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    first_staff_reply_at: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    accepted_at: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    closed_at: Option<i64>,
    #[diesel(sql_type = Integer)]
    replies: i32,
}

impl From<Row> for Opener {
    fn from(row: Row) -> Self {
        Self {
            thread: PostId(row.thread_id),
            question: row.question,
            opened_at: Moment(row.opened_at),
            by_staff: row.by_staff,
            group: row.group_id.map(GroupId),
            department: Some(DepartmentId(row.department_id)).filter(|d| d.0 != 0),
            first_member_reply_at: row.first_member_reply_at.map(Moment),
            first_staff_reply_at: row.first_staff_reply_at.map(Moment),
            accepted_at: row.accepted_at.map(Moment),
            closed_at: row.closed_at.map(Moment),
            replies: row.replies,
        }
    }
}

/// Threads opened by people in a window, oldest first; not those that were withdrawn
/// or are held back now. What is a question, and what is closed, the posts say.
///
/// # Errors
/// A fault of the database.
pub fn openers(conn: &mut Conn, window: Window) -> Result<Vec<Opener>> {
    let team = team("t.author");
    let rows: Vec<Row> = database::sql(format!(
        "select t.thread_id, coalesce(q.kind = 'question', false) as question, t.opened_at,
            (t.author_kind = 2 or (t.author is not null and {team})) as by_staff,
            t.group_id, t.department_id, t.first_member_reply_at, t.first_staff_reply_at,
            case when q.id is null or q.accepted_comment_id is not null
                then t.accepted_at end as accepted_at, q.closed_at, t.replies
        from thread_states t left join posts q on q.id = t.thread_id
        where t.opened_day between $1 and $2 and not t.withdrawn and t.author_kind <> 3
            and (q.id is null or q.state = 'published')
        order by t.opened_at, t.thread_id"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows.into_iter().map(Opener::from).collect())
}

/// A thread that waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Waiting {
    /// The thread.
    #[diesel(sql_type = BigInt)]
    pub thread: PostId,
    /// Since when.
    #[diesel(sql_type = BigInt)]
    pub opened_at: Moment,
    /// Whether it is the author's first one.
    #[diesel(sql_type = Bool)]
    pub first: bool,
    /// Whether it asks something.
    #[diesel(sql_type = Bool)]
    pub question: bool,
}

/// The author has no earlier thread that still stands.
const FIRST: &str = "not exists (select 1 from thread_states e
    where e.author = t.author and not e.withdrawn
        and (e.opened_at < t.opened_at
            or (e.opened_at = t.opened_at and e.thread_id < t.thread_id)))";

/// Threads opened from `since` to `until` by members, that no other human answered,
/// that are open and that `reader` may read: oldest first, at most `limit`. Questions
/// and first posts of newcomers; an announcement need not be answered.
///
/// # Errors
/// A fault of the database.
pub fn waiting(
    conn: &mut Conn,
    reader: PersonId,
    since: Moment,
    until: Moment,
    limit: i64,
) -> Result<Vec<Waiting>> {
    Ok(database::sql(waiting_sql())
        .bind::<BigInt, _>(since)
        .bind::<BigInt, _>(until)
        .bind::<BigInt, _>(reader)
        .bind::<BigInt, _>(limit)
        .load(conn)?)
}

/// The statement of [`waiting`], for who joins more to it: `$1` since, `$2` until, `$3` the
/// reader, `$4` the most.
pub fn waiting_sql() -> String {
    let team = team("t.author");
    format!(
        "select t.thread_id as thread, t.opened_at, t.first, q.kind = 'question' as question
        from (select t.thread_id, t.opened_at, t.author is not null and {FIRST} as first
            from thread_states t
            where t.first_reply_at is null and not t.withdrawn
                and t.opened_at between $1 and $2 and t.author_kind in (1, 4)
                and not (t.author is not null and {team})) t
        join posts q on q.id = t.thread_id and q.closed_at is null
        join readable_posts r on r.post_id = t.thread_id and r.person_id = $3
        where q.kind = 'question' or t.first
        order by t.opened_at, t.thread_id limit $4"
    )
}

/// Somebody's first thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct FirstPost {
    /// The thread.
    #[diesel(sql_type = BigInt)]
    pub thread: PostId,
    /// When it was opened.
    #[diesel(sql_type = BigInt)]
    pub opened_at: Moment,
    /// The first answer by another human.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub first_reply_at: Option<Moment>,
    /// When the same person opened their next thread.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub next_post_at: Option<Moment>,
}

/// First threads of members, opened in a window, oldest first: were they answered,
/// and did their authors come again (SCIENCE.md 3.2)?
///
/// # Errors
/// A fault of the database.
pub fn first_posts(conn: &mut Conn, window: Window) -> Result<Vec<FirstPost>> {
    let team = team("t.author");
    let rows: Vec<FirstPost> = database::sql(format!(
        "select t.thread_id as thread, t.opened_at, t.first_reply_at,
            (select min(n.opened_at) from thread_states n
                where n.author = t.author and not n.withdrawn
                    and n.opened_at > t.opened_at) as next_post_at
        from thread_states t
        where t.opened_day between $1 and $2 and not t.withdrawn and t.author is not null
            and t.author_kind in (1, 4) and not {team} and {FIRST}
        order by t.opened_at, t.thread_id"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows)
}

#[derive(QueryableByName)]
struct Answerer {
    #[diesel(sql_type = BigInt)]
    answerer: i64,
    #[diesel(sql_type = BigInt)]
    answers: i64,
}

/// How many accepted answers everybody gave to questions opened in a window.
///
/// # Errors
/// A fault of the database.
pub fn accepted_answers(conn: &mut Conn, window: Window) -> Result<Vec<(Pseudonym, i64)>> {
    let rows: Vec<Answerer> = database::sql(
        "select t.answerer, count(*) as answers
        from thread_states t left join posts q on q.id = t.thread_id
        where t.opened_day between $1 and $2 and not t.withdrawn and t.author_kind <> 3
            and t.answerer is not null and (q.id is null or q.accepted_comment_id is not null)
        group by t.answerer order by t.answerer",
    )
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (Pseudonym(row.answerer), row.answers)).collect())
}
