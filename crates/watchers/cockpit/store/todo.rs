//! What tasks and proposals are made from.

use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{Moment, PersonId, PostId, Result};
use schema::{people, posts};

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

/// Threads by id. Who may read them was asked before.
pub(crate) fn threads(conn: &mut Conn, ids: &[PostId]) -> Result<Vec<Thread>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    Ok(posts::table
        .left_join(people::table)
        .filter(posts::id.eq_any(ids))
        .select((
            posts::id,
            posts::title,
            posts::body,
            posts::author_name,
            posts::author_id,
            people::name.nullable(),
            people::picture_id.nullable(),
        ))
        .load(conn)?)
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
