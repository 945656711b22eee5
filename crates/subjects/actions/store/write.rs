//! Changing actions and answers.

use super::drawn_from;
use crate::action::State;
use crate::answer::Given;
use crate::draft::Draft;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{ActionId, AnswerId, Arm, DepartmentId, Moment, PersonId, Pseudonym, Result};
use schema::{action_answers, action_arms, action_choices, action_departments, actions};

/// What is known of an action before it opens.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beforehand {
    pub(crate) shown: u64,
    pub(crate) held: u64,
    pub(crate) detectable: Option<f64>,
    pub(crate) base_rate: Option<f64>,
}

#[derive(Insertable)]
#[diesel(table_name = action_choices)]
struct ChoiceRow<'a> {
    action_id: ActionId,
    number: i32,
    label: &'a str,
}

#[derive(Insertable)]
#[diesel(table_name = action_departments)]
struct DepartmentRow {
    action_id: ActionId,
    department_id: DepartmentId,
}

#[derive(Insertable)]
#[diesel(table_name = action_arms)]
struct ArmRow {
    action_id: ActionId,
    person_id: PersonId,
    arm: Arm,
}

fn small(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Writes an action and its buttons.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    id: ActionId,
    draft: &Draft,
    state: State,
    seed: i64,
    known: &Beforehand,
) -> Result<()> {
    let audience: Vec<String> = draft.audience.iter().map(ToString::to_string).collect();
    diesel::insert_into(actions::table)
        .values((
            actions::id.eq(id),
            actions::catalogue.eq(draft.catalogue),
            actions::title.eq(&draft.title),
            actions::question.eq(&draft.question),
            actions::explanation.eq(&draft.explanation),
            actions::goal.eq(draft.goal),
            actions::answer_kind.eq(draft.kind),
            actions::outcome.eq(draft.outcome),
            actions::window_days.eq(draft.window_days),
            actions::owner_id.eq(draft.owner),
            actions::audience.eq(audience.join(",")),
            actions::held_percent.eq(draft.held_percent),
            actions::seed.eq(seed),
            actions::state.eq(state),
            actions::opens_at.eq(draft.opens_at),
            actions::closes_at.eq(draft.closes_at),
            actions::shown.eq(small(known.shown)),
            actions::held.eq(small(known.held)),
            actions::detectable.eq(known.detectable),
            actions::base_rate.eq(known.base_rate),
            actions::created_at.eq(tx.now()),
            actions::request_key.eq(draft.key.as_deref()),
        ))
        .execute(&mut **tx)?;
    let rows: Vec<ChoiceRow<'_>> = (1..)
        .zip(&draft.choices)
        .map(|(number, label)| ChoiceRow { action_id: id, number, label })
        .collect();
    if !rows.is_empty() {
        database::insert_all!(tx, action_choices::table, &rows);
    }
    Ok(())
}

/// The action that this form made before.
pub(crate) fn by_key(conn: &mut Conn, key: &str) -> Result<Option<ActionId>> {
    Ok(actions::table
        .filter(actions::request_key.eq(key))
        .select(actions::id)
        .first(conn)
        .optional()?)
}

/// Writes for which departments an action is.
pub(crate) fn insert_departments(
    tx: &mut Tx<'_>,
    id: ActionId,
    below: &[DepartmentId],
) -> Result<()> {
    for chunk in below.chunks(1_000) {
        let rows: Vec<DepartmentRow> = chunk
            .iter()
            .map(|department| DepartmentRow { action_id: id, department_id: *department })
            .collect();
        database::insert_all!(tx, action_departments::table, &rows);
    }
    Ok(())
}

/// Writes who was drawn into which arm.
pub(crate) fn insert_arms(tx: &mut Tx<'_>, id: ActionId, arms: &[(PersonId, Arm)]) -> Result<()> {
    for chunk in arms.chunks(1_000) {
        let rows: Vec<ArmRow> = chunk
            .iter()
            .map(|(person, arm)| ArmRow { action_id: id, person_id: *person, arm: *arm })
            .collect();
        database::insert_all!(tx, action_arms::table, &rows);
    }
    Ok(())
}

/// Somebody who is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Eligible {
    pub(crate) person: PersonId,
    pub(crate) pseudonym: Pseudonym,
    pub(crate) department: Option<DepartmentId>,
}

#[derive(QueryableByName)]
struct EligibleRow {
    #[diesel(sql_type = BigInt)]
    id: PersonId,
    #[diesel(sql_type = Nullable<BigInt>)]
    department_id: Option<DepartmentId>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pseudonym: Option<Pseudonym>,
}

/// Everybody whom an action for these departments (none is everybody) draws, by id.
/// Whoever the log never named gets a name in it.
pub(crate) fn eligible(tx: &mut Tx<'_>, below: &[DepartmentId]) -> Result<Vec<Eligible>> {
    let rows: Vec<EligibleRow> = database::sql(format!(
        "select p.id, p.department_id, s.pseudonym from people p
         left join pseudonyms s on s.person_id = p.id where {} order by p.id",
        drawn_from(below)
    ))
    .load(&mut **tx)?;
    rows.into_iter()
        .map(|row| {
            let pseudonym = match row.pseudonym {
                Some(pseudonym) => pseudonym,
                None => facts::who(tx, row.id)?.pseudonym,
            };
            Ok(Eligible { person: row.id, pseudonym, department: row.department_id })
        })
        .collect()
}

/// Ends an action, at `closes` if it ran.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    id: ActionId,
    state: State,
    closes: Option<Moment>,
) -> Result<()> {
    let action = actions::table.filter(actions::id.eq(id));
    match closes {
        Some(at) => diesel::update(action)
            .set((actions::state.eq(state), actions::closes_at.eq(at)))
            .execute(&mut **tx)?,
        None => diesel::update(action).set(actions::state.eq(state)).execute(&mut **tx)?,
    };
    Ok(())
}

/// Writes down what a verdict rests on.
pub(crate) fn judged(
    tx: &mut Tx<'_>,
    id: ActionId,
    at: Moment,
    counted: Option<((u64, u64), (u64, u64))>,
) -> Result<()> {
    diesel::update(actions::table.filter(actions::id.eq(id)))
        .set((
            actions::judged_at.eq(Some(at)),
            actions::shown_did.eq(counted.map(|(shown, _)| small(shown.0))),
            actions::shown_people.eq(counted.map(|(shown, _)| small(shown.1))),
            actions::held_did.eq(counted.map(|(_, held)| small(held.0))),
            actions::held_people.eq(counted.map(|(_, held)| small(held.1))),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps an answer, unless this person's answer stands already; says whether it did.
pub(crate) fn insert_answer(
    tx: &mut Tx<'_>,
    id: AnswerId,
    action: ActionId,
    by: PersonId,
    given: &Given,
) -> Result<bool> {
    let new = database::sql(
        "insert into action_answers
            (id, action_id, person_id, choice, body, body_html, state, created_at)
         values ($1, $2, $3, $4, $5, '', 'published', $6)
         on conflict (action_id, person_id) do update set
            id = excluded.id, choice = excluded.choice, body = excluded.body,
            state = excluded.state, created_at = excluded.created_at
         where action_answers.state = 'withdrawn'",
    )
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(action)
    .bind::<BigInt, _>(by)
    .bind::<Nullable<Integer>, _>(given.choice)
    .bind::<Text, _>(&given.body)
    .bind::<BigInt, _>(tx.now())
    .execute(&mut **tx)?;
    Ok(new == 1)
}

/// Takes an answer away, unless that was done before; says whether it did. The text goes
/// with it: nobody needs it any more.
pub(crate) fn withdraw_answer(tx: &mut Tx<'_>, id: AnswerId) -> Result<bool> {
    let gone = diesel::update(
        action_answers::table
            .filter(action_answers::id.eq(id))
            .filter(action_answers::state.eq("published")),
    )
    .set((action_answers::state.eq("withdrawn"), action_answers::body.eq("")))
    .execute(&mut **tx)?;
    Ok(gone == 1)
}

/// Changes the number of answers.
pub(crate) fn count_answers(tx: &mut Tx<'_>, id: ActionId, change: i32) -> Result<()> {
    diesel::update(actions::table.filter(actions::id.eq(id)))
        .set(actions::answers.eq(actions::answers + change))
        .execute(&mut **tx)?;
    Ok(())
}
