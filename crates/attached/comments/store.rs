use crate::comment::{Comment, Draft};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
use language::{CommentId, Moment, PersonId, Refusal, Result, Subject, SubjectKind};
use schema::comments;
use text::{Options, SANITIZER_VERSION, SafeHtml};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: CommentId,
    #[diesel(sql_type = SmallInt)]
    subject_kind: SubjectKind,
    #[diesel(sql_type = BigInt)]
    subject_id: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    parent_id: Option<CommentId>,
    #[diesel(sql_type = Nullable<BigInt>)]
    author_id: Option<PersonId>,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    handle: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    picture_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    department: Option<String>,
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
    #[diesel(sql_type = Nullable<Integer>)]
    score: Option<i32>,
    #[diesel(sql_type = Integer)]
    reactions: i32,
}

impl Row {
    fn comment(self) -> Comment {
        let html = SafeHtml::from_cache(self.body_html, self.sanitizer)
            .unwrap_or_else(|| text::render(&self.body, &Options::post()));
        Comment {
            id: self.id,
            subject: Subject { kind: self.subject_kind, id: self.subject_id },
            parent: self.parent_id,
            author: self.author_id,
            author_name: self.name,
            author_handle: self.handle,
            author_picture: self.picture_id,
            department: self.department,
            body: self.body,
            html,
            at: self.published_at,
            edited: self.edited_at,
            score: self.score,
            reactions: self.reactions,
        }
    }
}

const COLUMNS: &str = "c.id, c.subject_kind, c.subject_id, c.parent_id, c.author_id,
    coalesce(p.name, c.author_name, '') as name, p.handle, p.picture_id,
    d.name as department, c.body, c.body_html, c.sanitizer, c.published_at,
    c.edited_at, c.score, c.reactions";

const PEOPLE: &str = "left join people p on p.id = c.author_id
    left join departments d on d.id = p.department_id";

/// The comments of a subject in order, at most `limit` after the first `skip`.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, subject: Subject, skip: i64, limit: i64) -> Result<Vec<Comment>> {
    let sql = format!(
        "select {COLUMNS} from comments c {PEOPLE}
         where c.subject_kind = $1 and c.subject_id = $2 and c.state = 'published'
         order by c.published_at, c.id limit {limit} offset $3"
    );
    let rows: Vec<Row> = database::sql(sql)
        .bind::<SmallInt, _>(subject.kind)
        .bind::<BigInt, _>(subject.id)
        .bind::<BigInt, _>(skip)
        .load(conn)?;
    Ok(rows.into_iter().map(Row::comment).collect())
}

/// The last two comments of each of these subjects, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn last_of(conn: &mut Conn, kind: SubjectKind, ids: &[i64]) -> Result<Vec<Comment>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    // Two steps down an index for each subject, however many comments it has. The limit
    // keeps PostgreSQL from trying each comment there is against each subject.
    let list = database::rows(2, ids.len());
    let newest = "select x.id from comments x
        where x.subject_kind = $1 and x.subject_id = v.column1 and x.state = 'published'
        order by x.published_at desc, x.id desc limit 1";
    let sql = format!(
        "select {COLUMNS} from (
            select ({newest}) as last, ({newest} offset 1) as before
            from (values {list}) v limit 10000) s
         join comments c on c.id in (s.last, s.before)
         {PEOPLE}"
    );
    let rows: Vec<Row> = database::sql(sql).bind::<SmallInt, _>(kind).bind_rows(ids).load(conn)?;
    let mut found: Vec<Comment> = rows.into_iter().map(Row::comment).collect();
    found.sort_by_key(|comment| (comment.at, comment.id));
    Ok(found)
}

/// One comment under a subject.
///
/// # Errors
/// Not found when it is not there, or under another subject.
pub fn find(conn: &mut Conn, subject: Subject, id: CommentId) -> Result<Comment> {
    let sql = format!(
        "select {COLUMNS} from comments c {PEOPLE}
         where c.id = $1 and c.subject_kind = $2 and c.subject_id = $3
           and c.state = 'published'"
    );
    let row: Option<Row> = database::sql(sql)
        .bind::<BigInt, _>(id)
        .bind::<SmallInt, _>(subject.kind)
        .bind::<BigInt, _>(subject.id)
        .get_result(conn)
        .optional()?;
    Ok(row.ok_or(Refusal::NotFound)?.comment())
}

/// The comment that this person made with this form before.
pub(crate) fn by_key(conn: &mut Conn, by: PersonId, key: &str) -> Result<Option<CommentId>> {
    Ok(comments::table
        .filter(comments::request_key.eq(key))
        .filter(comments::author_id.eq(Some(by.0)))
        .select(comments::id)
        .get_result(conn)
        .optional()?)
}

/// Inserts a comment; none when the same form came at the same moment.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    subject: Subject,
    by: PersonId,
    draft: &Draft,
) -> Result<Option<CommentId>> {
    let id = CommentId(tx.new_id());
    let html = text::render(&draft.body, &Options::post());
    let new = database::sql(
        "insert into comments (id, subject_kind, subject_id, parent_id, author_id, body,
                               body_html, sanitizer, state, published_at, request_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'published', $9, $10)
         on conflict do nothing",
    )
    .bind::<BigInt, _>(id)
    .bind::<SmallInt, _>(subject.kind)
    .bind::<BigInt, _>(subject.id)
    .bind::<Nullable<BigInt>, _>(draft.parent)
    .bind::<BigInt, _>(by)
    .bind::<Text, _>(&draft.body)
    .bind::<Text, _>(html.as_str())
    .bind::<Integer, _>(SANITIZER_VERSION)
    .bind::<BigInt, _>(tx.now())
    .bind::<Nullable<Text>, _>(draft.key.as_deref())
    .execute(&mut **tx)?;
    Ok((new == 1).then_some(id))
}

pub(crate) fn change(tx: &mut Tx<'_>, id: CommentId, draft: &Draft) -> Result<()> {
    let html = text::render(&draft.body, &Options::post());
    diesel::update(comments::table.filter(comments::id.eq(id)))
        .set((
            comments::body.eq(&draft.body),
            comments::body_html.eq(html.as_str()),
            comments::sanitizer.eq(SANITIZER_VERSION),
            comments::edited_at.eq(Some(tx.now())),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn withdraw(tx: &mut Tx<'_>, id: CommentId) -> Result<usize> {
    Ok(diesel::update(
        comments::table.filter(comments::id.eq(id)).filter(comments::state.eq("published")),
    )
    .set(comments::state.eq("withdrawn"))
    .execute(&mut **tx)?)
}

/// Adds to the number of reactions on a comment, after one was given or taken back.
///
/// # Errors
/// A fault of the database.
pub fn count_reactions(tx: &mut Tx<'_>, id: CommentId, change: i32) -> Result<()> {
    diesel::update(comments::table.filter(comments::id.eq(id)))
        .set(comments::reactions.eq(comments::reactions + change))
        .execute(&mut **tx)?;
    Ok(())
}
