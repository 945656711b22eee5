//! Reading actions.

use crate::action::{Action, AnswerKind, Outcome, State};
use crate::catalogue::Goal;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Double, Integer, Nullable, Text};
use insight::advise::Trial;
use language::{ActionId, DepartmentId, Moment, PersonId, Refusal, Result};
use schema::{action_choices, community, departments, people};
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: ActionId,
    #[diesel(sql_type = Nullable<Integer>)]
    catalogue: Option<i32>,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    question: String,
    #[diesel(sql_type = Text)]
    explanation: String,
    #[diesel(sql_type = Text)]
    goal: String,
    #[diesel(sql_type = Text)]
    answer_kind: AnswerKind,
    #[diesel(sql_type = Text)]
    outcome: Outcome,
    #[diesel(sql_type = Integer)]
    window_days: i32,
    #[diesel(sql_type = BigInt)]
    owner_id: PersonId,
    #[diesel(sql_type = Text)]
    owner_name: String,
    #[diesel(sql_type = Text)]
    audience: String,
    #[diesel(sql_type = Integer)]
    held_percent: i32,
    #[diesel(sql_type = Text)]
    state: State,
    #[diesel(sql_type = BigInt)]
    opens_at: Moment,
    #[diesel(sql_type = BigInt)]
    closes_at: Moment,
    #[diesel(sql_type = Integer)]
    shown: i32,
    #[diesel(sql_type = Integer)]
    held: i32,
    #[diesel(sql_type = Integer)]
    answers: i32,
    #[diesel(sql_type = Nullable<Double>)]
    detectable: Option<f64>,
    #[diesel(sql_type = Nullable<Double>)]
    base_rate: Option<f64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    judged_at: Option<Moment>,
    #[diesel(sql_type = Nullable<Integer>)]
    shown_people: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    shown_did: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    held_people: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    held_did: Option<i32>,
}

const COLUMNS: &str = "a.id, a.catalogue, a.title, a.question, a.explanation, a.goal,
    a.answer_kind, a.outcome, a.window_days, a.owner_id, o.name as owner_name, a.audience,
    a.held_percent, a.state, a.opens_at, a.closes_at, a.shown, a.held, a.answers,
    a.detectable, a.base_rate, a.judged_at, a.shown_people, a.shown_did, a.held_people,
    a.held_did";

const FROM: &str = "from actions a join people o on o.id = a.owner_id";

impl Row {
    fn action(self, choices: Vec<(i32, String)>) -> Action {
        let pair = |did: Option<i32>, of: Option<i32>| {
            Some((u64::try_from(did?).ok()?, u64::try_from(of?).ok()?))
        };
        let counted =
            pair(self.shown_did, self.shown_people).zip(pair(self.held_did, self.held_people));
        Action {
            id: self.id,
            catalogue: self.catalogue,
            title: self.title,
            question: self.question,
            explanation: self.explanation,
            goal: Goal::from_name(&self.goal),
            kind: self.answer_kind,
            choices,
            outcome: self.outcome,
            window_days: self.window_days,
            owner: self.owner_id,
            owner_name: self.owner_name,
            audience: self.audience.split(',').filter_map(|id| id.trim().parse().ok()).collect(),
            held_percent: self.held_percent,
            state: self.state,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            shown: self.shown,
            held: self.held,
            answers: self.answers,
            detectable: self.detectable,
            base_rate: self.base_rate,
            judged_at: self.judged_at,
            counted,
        }
    }
}

/// A row of an action with something about its reader.
#[derive(QueryableByName)]
struct Flagged {
    #[diesel(embed)]
    found: Row,
    #[diesel(sql_type = BigInt)]
    flag: i64,
}

/// The actions of these rows with their buttons: one query more, however many.
fn with_choices(conn: &mut Conn, rows: Vec<Flagged>) -> Result<Vec<(Action, bool)>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ActionId> = rows.iter().map(|r| r.found.id).collect();
    let mut choices: HashMap<i64, Vec<(i32, String)>> = HashMap::new();
    let found: Vec<(ActionId, i32, String)> = action_choices::table
        .filter(action_choices::action_id.eq_any(&ids))
        .order((action_choices::action_id, action_choices::number))
        .select((action_choices::action_id, action_choices::number, action_choices::label))
        .load(conn)?;
    for (action, number, label) in found {
        choices.entry(action.0).or_default().push((number, label));
    }
    Ok(rows
        .into_iter()
        .map(|r| {
            let choices = choices.remove(&r.found.id.0).unwrap_or_default();
            (r.found.action(choices), r.flag == 1)
        })
        .collect())
}

fn one(conn: &mut Conn, row: Option<Flagged>) -> Result<(Action, bool)> {
    let rows = row.into_iter().collect();
    let mut found = with_choices(conn, rows)?;
    found.pop().ok_or(Refusal::NotFound.into())
}

/// An action, for a reader who may read it at `now`, and whether they are asked.
pub(crate) fn readable(
    conn: &mut Conn,
    reader: PersonId,
    action: ActionId,
    now: Moment,
) -> Result<(Action, bool)> {
    let row: Option<Flagged> = database::sql(format!(
        "select {COLUMNS}, v.asked as flag {FROM} join readable_actions v on v.action_id = a.id
         where v.person_id = $1 and a.id = $2 and v.seen_from <= $3"
    ))
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(action)
    .bind::<BigInt, _>(now)
    .get_result(conn)
    .optional()?;
    one(conn, row)
}

/// An action, for a verb that has its own permit.
pub(crate) fn find(conn: &mut Conn, action: ActionId) -> Result<Action> {
    let row: Option<Flagged> = database::sql(format!(
        "select {COLUMNS}, cast(0 as bigint) as flag {FROM} where a.id = $1"
    ))
    .bind::<BigInt, _>(action)
    .get_result(conn)
    .optional()?;
    Ok(one(conn, row)?.0)
}

/// The action for somebody's home page: the newest that runs, asks them and that they did
/// not answer; else the newest that they did. With whether they did.
pub(crate) fn home(
    conn: &mut Conn,
    reader: PersonId,
    now: Moment,
) -> Result<Option<(Action, bool)>> {
    let row: Option<Flagged> = database::sql(format!(
        "select {COLUMNS},
            cast(case when w.id is null then 0 else 1 end as bigint) as flag
         {FROM} join readable_actions v on v.action_id = a.id
         left join action_answers w on w.action_id = a.id and w.state = 'published'
            and w.person_id = v.person_id
         where v.person_id = $1 and v.asked = 1 and v.seen_from <= $2
            and a.state = 'open' and a.opens_at <= $2 and a.closes_at > $2
         order by case when w.id is null then 0 else 1 end, a.opens_at desc, a.id desc
         limit 1"
    ))
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(now)
    .get_result(conn)
    .optional()?;
    Ok(with_choices(conn, row.into_iter().collect())?.pop())
}

/// The actions that somebody may see at `now`, the newest first, each with whether they
/// answered it.
pub(crate) fn visible(
    conn: &mut Conn,
    reader: PersonId,
    now: Moment,
) -> Result<Vec<(Action, bool)>> {
    let rows: Vec<Flagged> = database::sql(format!(
        "select {COLUMNS},
            cast(case when w.id is null then 0 else 1 end as bigint) as flag
         {FROM} join readable_actions v on v.action_id = a.id
         left join action_answers w on w.action_id = a.id and w.state = 'published'
            and w.person_id = v.person_id
         where v.person_id = $1 and v.seen_from <= $2
            and a.state in ('open', 'closed') and a.opens_at <= $2
         order by a.opens_at desc, a.id desc limit 100"
    ))
    .bind::<BigInt, _>(reader)
    .bind::<BigInt, _>(now)
    .load(conn)?;
    with_choices(conn, rows)
}

/// All actions for those who run the community, the newest first.
pub(crate) fn all(conn: &mut Conn) -> Result<Vec<Action>> {
    let rows: Vec<Flagged> = database::sql(format!(
        "select {COLUMNS}, cast(0 as bigint) as flag {FROM}
         where a.state <> 'withdrawn' order by a.opens_at desc, a.id desc limit 200"
    ))
    .load(conn)?;
    Ok(with_choices(conn, rows)?.into_iter().map(|(action, _)| action).collect())
}

/// Actions whose window is over and that were not judged.
pub(crate) fn unjudged(conn: &mut Conn, now: Moment) -> Result<Vec<Action>> {
    let rows: Vec<Flagged> = database::sql(format!(
        "select {COLUMNS}, cast(0 as bigint) as flag {FROM}
         where a.judged_at is null and a.state in ('open', 'closed')
            and a.opens_at + a.window_days * cast(86400000000 as bigint) <= $1
         order by a.opens_at limit 20"
    ))
    .bind::<BigInt, _>(now)
    .load(conn)?;
    Ok(with_choices(conn, rows)?.into_iter().map(|(action, _)| action).collect())
}

/// An action for a list of things to do.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Running {
    /// Its id.
    #[diesel(sql_type = BigInt)]
    pub id: ActionId,
    /// What it is called.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// When it closes.
    #[diesel(sql_type = BigInt)]
    pub closes_at: Moment,
    /// When its window is over.
    #[diesel(sql_type = BigInt)]
    pub window_ends: Moment,
    /// People asked.
    #[diesel(sql_type = Integer)]
    pub shown: i32,
    /// Answers that stand.
    #[diesel(sql_type = Integer)]
    pub answers: i32,
}

const RUNNING: &str = "select a.id, a.title, a.closes_at, a.shown, a.answers,
    a.opens_at + a.window_days * cast(86400000000 as bigint) as window_ends from actions a";

/// Running actions that close within `micros` of `now`, the first to close first.
///
/// # Errors
/// A fault of the database.
pub fn ending_soon(conn: &mut Conn, now: Moment, micros: i64) -> Result<Vec<Running>> {
    Ok(database::sql(format!(
        "{RUNNING} where a.state = 'open' and a.opens_at <= $1 and a.closes_at > $1
            and a.closes_at <= $2 order by a.closes_at, a.id"
    ))
    .bind::<BigInt, _>(now)
    .bind::<BigInt, _>(now.plus(micros))
    .load(conn)?)
}

/// Actions whose window was over less than `micros` before `now`: there is a verdict to
/// read. The last one first.
///
/// # Errors
/// A fault of the database.
pub fn due(conn: &mut Conn, now: Moment, micros: i64) -> Result<Vec<Running>> {
    Ok(database::sql(format!(
        "{RUNNING} where a.state in ('open', 'closed')
            and a.opens_at + a.window_days * cast(86400000000 as bigint) > $1
            and a.opens_at + a.window_days * cast(86400000000 as bigint) <= $2
         order by window_ends desc, a.id"
    ))
    .bind::<BigInt, _>(now.plus(-micros))
    .bind::<BigInt, _>(now)
    .load(conn)?)
}

#[derive(QueryableByName)]
struct Judged {
    #[diesel(sql_type = Integer)]
    catalogue: i32,
    #[diesel(sql_type = Integer)]
    shown_people: i32,
    #[diesel(sql_type = Integer)]
    shown_did: i32,
    #[diesel(sql_type = Integer)]
    held_people: i32,
    #[diesel(sql_type = Integer)]
    held_did: i32,
}

/// What this community found itself, by number in the library: one trial for each judged
/// action with people held back. For `insight::advise`.
///
/// # Errors
/// A fault of the database.
pub fn trials(conn: &mut Conn) -> Result<BTreeMap<i32, Vec<Trial>>> {
    let rows: Vec<Judged> = database::sql(
        "select catalogue, shown_people, shown_did, held_people, held_did from actions
         where judged_at is not null and catalogue is not null and state <> 'withdrawn'
            and shown_people is not null and shown_did is not null
            and held_people is not null and held_did is not null
         order by opens_at, id",
    )
    .load(conn)?;
    let mut found: BTreeMap<i32, Vec<Trial>> = BTreeMap::new();
    let count = |n: i32| u64::try_from(n).unwrap_or(0);
    for row in rows {
        let shown = (count(row.shown_did), count(row.shown_people));
        let held = (count(row.held_did), count(row.held_people));
        if let Some(trial) = Trial::from_counts(shown, held) {
            found.entry(row.catalogue).or_default().push(trial);
        }
    }
    Ok(found)
}

/// A department that can be chosen.
#[derive(Debug, Clone)]
pub(crate) struct Department {
    pub(crate) id: DepartmentId,
    pub(crate) path: String,
}

/// All departments by their path.
pub(crate) fn departments(conn: &mut Conn) -> Result<Vec<Department>> {
    let rows: Vec<(DepartmentId, String)> = departments::table
        .order(departments::path)
        .select((departments::id, departments::path))
        .limit(1_000)
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, path)| Department { id, path }).collect())
}

/// These departments and all below them, in order; nothing for nothing.
///
/// # Errors
/// Not found when none of them is there: nothing would mean everybody.
pub(crate) fn below(conn: &mut Conn, chosen: &[DepartmentId]) -> Result<Vec<DepartmentId>> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let links: Vec<(DepartmentId, Option<DepartmentId>)> = departments::table
        .order(departments::id)
        .select((departments::id, departments::parent_id))
        .load(conn)?;
    let mut found: HashSet<i64> = chosen.iter().map(|id| id.0).collect();
    loop {
        let more: Vec<i64> = links
            .iter()
            .filter(|(id, parent)| {
                !found.contains(&id.0) && parent.is_some_and(|p| found.contains(&p.0))
            })
            .map(|(id, _)| id.0)
            .collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    // Ids that are no department (any more) fall away here.
    let there: Vec<DepartmentId> =
        links.into_iter().map(|(id, _)| id).filter(|id| found.contains(&id.0)).collect();
    if there.is_empty() { Err(Refusal::NotFound.into()) } else { Ok(there) }
}

/// Who may look after an action: the team and those who run the community.
pub(crate) fn owners(conn: &mut Conn) -> Result<Vec<(PersonId, String)>> {
    Ok(people::table
        .filter(people::state.eq("active"))
        .filter(people::bot.eq(false))
        .filter(people::team.eq(true).or(people::role.eq_any(["manager", "administrator"])))
        .order(people::name_key)
        .select((people::id, people::name))
        .limit(200)
        .load(conn)?)
}

/// The community's seed for draws.
pub(crate) fn seed(conn: &mut Conn) -> Result<i64> {
    Ok(community::table.select(community::seed).first(conn)?)
}
