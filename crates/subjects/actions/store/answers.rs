//! Reading answers.

use crate::action::Answer;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{ActionId, AnswerId, Arm, Moment, PersonId, Refusal, Result, SubjectKind};
use schema::{action_answers, action_arms};
use std::collections::HashMap;

#[derive(QueryableByName)]
struct AnswerRow {
    #[diesel(sql_type = BigInt)]
    id: AnswerId,
    #[diesel(sql_type = BigInt)]
    person_id: PersonId,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    handle: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    picture_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    department: Option<String>,
    #[diesel(sql_type = Nullable<Integer>)]
    choice: Option<i32>,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = BigInt)]
    created_at: Moment,
    #[diesel(sql_type = Nullable<Integer>)]
    width: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    height: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    alt: Option<String>,
}

const ANSWERS: &str = "select w.id, w.person_id, p.name, p.handle, p.picture_id,
        d.name as department, w.choice, w.body, w.created_at, i.width, i.height, i.alt
    from action_answers w
    join people p on p.id = w.person_id
    left join departments d on d.id = p.department_id
    left join pictures i on i.subject_kind = 4 and i.subject_id = w.id";

impl AnswerRow {
    fn answer(self) -> Answer {
        Answer {
            id: self.id,
            person: self.person_id,
            name: self.name,
            handle: self.handle,
            face: self.picture_id,
            department: self.department,
            choice: self.choice,
            body: self.body,
            at: self.created_at,
            picture: match (self.width, self.height) {
                (Some(width), Some(height)) => Some((width, height, self.alt.unwrap_or_default())),
                _ => None,
            },
        }
    }
}

/// A page of the answers to an action that stand, the newest first: at most `limit` after
/// `before`. Whoever asks has shown that they may read the action.
pub(crate) fn answers(
    conn: &mut Conn,
    action: ActionId,
    before: Option<(Moment, AnswerId)>,
    limit: i64,
) -> Result<Vec<Answer>> {
    let (moment, id) = before.unwrap_or((Moment(i64::MAX), AnswerId(i64::MAX)));
    let rows: Vec<AnswerRow> = database::sql(format!(
        "{ANSWERS} where w.action_id = $1 and w.state = 'published'
            and (w.created_at, w.id) < ($2, $3)
         order by w.created_at desc, w.id desc limit $4"
    ))
    .bind::<BigInt, _>(action)
    .bind::<BigInt, _>(moment)
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    Ok(rows.into_iter().map(AnswerRow::answer).collect())
}

/// Somebody's answer that stands.
pub(crate) fn mine(conn: &mut Conn, action: ActionId, person: PersonId) -> Result<Option<Answer>> {
    let row: Option<AnswerRow> = database::sql(format!(
        "{ANSWERS} where w.action_id = $1 and w.person_id = $2 and w.state = 'published'"
    ))
    .bind::<BigInt, _>(action)
    .bind::<BigInt, _>(person)
    .get_result(conn)
    .optional()?;
    Ok(row.map(AnswerRow::answer))
}

/// How many chose each button.
pub(crate) fn tallies(conn: &mut Conn, action: ActionId) -> Result<HashMap<i32, i64>> {
    let rows: Vec<(Option<i32>, i64)> = action_answers::table
        .filter(action_answers::action_id.eq(action))
        .filter(action_answers::state.eq("published"))
        .group_by(action_answers::choice)
        .select((action_answers::choice, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(choice, people)| Some((choice?, people))).collect())
}

/// Who gave an answer that stands.
pub(crate) fn author(conn: &mut Conn, action: ActionId, answer: AnswerId) -> Result<PersonId> {
    let found: Option<PersonId> = action_answers::table
        .filter(action_answers::id.eq(answer))
        .filter(action_answers::action_id.eq(action))
        .filter(action_answers::state.eq("published"))
        .select(action_answers::person_id)
        .first(conn)
        .optional()?;
    found.ok_or(Refusal::NotFound.into())
}

/// The id of the answer that somebody gave.
pub(crate) fn answer_of(conn: &mut Conn, action: ActionId, person: PersonId) -> Result<AnswerId> {
    Ok(action_answers::table
        .filter(action_answers::action_id.eq(action))
        .filter(action_answers::person_id.eq(person))
        .select(action_answers::id)
        .first(conn)?)
}

/// The arm somebody was drawn into; none for who came later or belongs to the team.
pub(crate) fn arm_of(conn: &mut Conn, action: ActionId, person: PersonId) -> Result<Option<Arm>> {
    Ok(action_arms::table
        .filter(action_arms::action_id.eq(action))
        .filter(action_arms::person_id.eq(person))
        .select(action_arms::arm)
        .first(conn)
        .optional()?)
}

/// The blobs (large, small) and the kind of the picture of an answer that stands.
pub(crate) fn picture(
    conn: &mut Conn,
    action: ActionId,
    answer: AnswerId,
) -> Result<(String, String, String)> {
    use schema::pictures;
    author(conn, action, answer)?;
    Ok(pictures::table
        .filter(pictures::subject_kind.eq(SubjectKind::Answer))
        .filter(pictures::subject_id.eq(answer.0))
        .select((pictures::large_blob, pictures::small_blob, pictures::media_type))
        .first(conn)?)
}
