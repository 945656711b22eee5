//! What tasks and proposals are made from.

use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{Moment, PersonId, Result};
use rollups::Waiting;

/// Who opened a thread, and with what words.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Thread {
    pub id: i64,
    pub title: String,
    pub body: String,
    pub guest: Option<String>,
    pub author: Option<PersonId>,
    pub name: Option<String>,
    pub picture: Option<i64>,
}

#[derive(QueryableByName)]
struct WaitingRow {
    #[diesel(embed)]
    waiting: Waiting,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = Nullable<Text>)]
    guest: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    author: Option<PersonId>,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    picture: Option<i64>,
}

/// Who waits for an answer, as [`rollups::waiting`] says, with what they said.
pub(crate) fn waiting(
    conn: &mut Conn,
    reader: PersonId,
    since: Moment,
    until: Moment,
    limit: i64,
) -> Result<(Vec<Waiting>, Vec<Thread>)> {
    let rows: Vec<WaitingRow> = database::sql(format!(
        "select w.thread, w.opened_at, w.first, w.question, q.title, q.body,
            q.author_name as guest, q.author_id as author, p.name, p.picture_id as picture
        from ({}) w join posts q on q.id = w.thread left join people p on p.id = q.author_id
        order by w.opened_at, w.thread",
        rollups::waiting_sql()
    ))
    .bind::<BigInt, _>(since)
    .bind::<BigInt, _>(until)
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let thread = Thread {
                id: row.waiting.thread.0,
                title: row.title,
                body: row.body,
                guest: row.guest,
                author: row.author,
                name: row.name,
                picture: row.picture,
            };
            (row.waiting, thread)
        })
        .unzip())
}

/// An action that was set out.
#[derive(Debug, Clone, QueryableByName)]
pub(crate) struct ActionRow {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Nullable<Integer>)]
    pub catalogue: Option<i32>,
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    pub state: String,
    #[diesel(sql_type = BigInt)]
    pub closes_at: Moment,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub judged_at: Option<Moment>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub shown_people: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub shown_did: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub held_people: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub held_did: Option<i32>,
    /// How many answered so far.
    #[diesel(sql_type = Integer)]
    pub answers: i32,
}

/// The newest actions that were set out, at most 200: those that run, and those whose
/// outcome teaches something.
pub(crate) fn actions(conn: &mut Conn) -> Result<Vec<ActionRow>> {
    Ok(database::sql(
        "select id, catalogue, title, state, closes_at, judged_at,
            shown_people, shown_did, held_people, held_did, answers
        from actions where state in ('open', 'closed')
        order by closes_at desc, id desc limit 200",
    )
    .load(conn)?)
}
