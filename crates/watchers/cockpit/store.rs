//! All database access of this slice.

mod alarms;
mod content;
mod judged;
mod kept;
mod todo;

pub(crate) use alarms::{
    Alarm, WentOff, alarms_since, insert_alarm, judge_alarm, openings, right_days,
};
pub(crate) use content::{
    Item, Link, Said, Tagged, Titled, items, links, names, said, tagged, titles,
};
pub(crate) use judged::{
    Judged, Live, Refused, insert_overrule, insert_refusal, judgements, lately,
};
pub(crate) use kept::{
    Kept, ends as kept_ends, forget_before as forget_insights, is_fresh, keep as keep_insight,
    missing_weeks, newest as newest_insight, series as insights,
};
pub(crate) use todo::{ActionRow, Thread, actions, waiting};

use crate::departments::REACH;
use crate::release::{Cell, Logged, Measure};
use crate::tiers::Shown;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
use language::{Day, Result};
use schema::{community, departments, release_log};

/// A department, its figures of a closed week, and what was shown of them.
#[derive(Debug, Clone, QueryableByName)]
pub(crate) struct DepartmentRow {
    /// The department; 0 for people without one.
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub parent_id: Option<i64>,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Nullable<Integer>)]
    pub headcount: Option<i32>,
    /// Null when nobody is in it, or the week was not taken down.
    #[diesel(sql_type = Nullable<Integer>)]
    pub eligible: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub active: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub team: Option<i32>,
    /// Null when it is in no release; then the five below are null too.
    #[diesel(sql_type = Nullable<Integer>)]
    pub round: Option<i32>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub fingerprint: Option<i64>,
    #[diesel(sql_type = Nullable<Bool>)]
    pub payroll: Option<bool>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub did: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub people: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub did_before: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub people_before: Option<i32>,
}

fn pair(did: Option<i32>, people: Option<i32>) -> Option<(u64, u64)> {
    Some((u64::try_from(did?).ok()?, u64::try_from(people?).ok()?))
}

impl DepartmentRow {
    /// What was shown of it, when it is in a release.
    pub fn logged(&self) -> Option<Cell> {
        let payroll = self.payroll?;
        Some(Cell { id: self.id, payroll, shown: pair(self.did, self.people) })
    }

    /// What was shown of it four weeks earlier.
    pub fn before(&self) -> Option<(u64, u64)> {
        pair(self.did_before, self.people_before)
    }
}

/// Every department with the figures of the week that ended on `end`, what was shown of
/// them, and what was shown four weeks earlier.
pub(crate) fn departments(conn: &mut Conn, end: Day) -> Result<Vec<DepartmentRow>> {
    Ok(database::sql(
        "with newest as (
            select l.end_day, max(l.round) as round from release_log l
            where l.measure = $1 and l.version = $2 group by l.end_day),
        shown as (
            select l.* from release_log l
            join newest n on n.end_day = l.end_day and n.round = l.round
            where l.measure = $1 and l.version = $2)
        select d.id, d.parent_id, d.name, d.headcount, c.eligible, c.active, c.team,
            s.round, s.fingerprint, s.payroll, s.did, s.people,
            b.did as did_before, b.people as people_before
        from (select id, parent_id, name, headcount from departments
            union all select 0, null, '', null) d
        left join closed_weeks c on c.department_id = d.id and c.end_day = $3
        left join shown s on s.department_id = d.id and s.end_day = $3
        left join shown b on b.department_id = d.id and b.end_day = $3 - 28
        order by d.id",
    )
    .bind::<Text, _>(REACH.name)
    .bind::<Integer, _>(REACH.version)
    .bind::<Integer, _>(end)
    .load(conn)?)
}

/// A department in the tree: its id, the one that it is part of, its name.
pub(crate) type Branch = (i64, Option<i64>, String);

/// Every department.
pub(crate) fn tree(conn: &mut Conn) -> Result<Vec<Branch>> {
    Ok(departments::table
        .select((departments::id, departments::parent_id, departments::name))
        .order(departments::id)
        .load(conn)?)
}

#[derive(QueryableByName)]
struct LoggedRow {
    #[diesel(sql_type = BigInt)]
    department_id: i64,
    #[diesel(sql_type = Integer)]
    round: i32,
    #[diesel(sql_type = Nullable<Integer>)]
    did: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    people: Option<i32>,
    #[diesel(sql_type = Bool)]
    payroll: bool,
    #[diesel(sql_type = BigInt)]
    fingerprint: i64,
}

impl LoggedRow {
    fn cell(&self) -> Cell {
        Cell { id: self.department_id, payroll: self.payroll, shown: pair(self.did, self.people) }
    }
}

/// Everything that was shown of a measure for the week that ended on `end`, round by round.
pub(crate) fn rounds(conn: &mut Conn, measure: Measure, end: Day) -> Result<Vec<Vec<Cell>>> {
    let rows: Vec<LoggedRow> = database::sql(
        "select department_id, round, did, people, payroll, fingerprint from release_log
        where measure = $1 and version = $2 and end_day = $3 order by round, department_id",
    )
    .bind::<Text, _>(measure.name)
    .bind::<Integer, _>(measure.version)
    .bind::<Integer, _>(end)
    .load(conn)?;
    Ok(rows
        .chunk_by(|one, other| one.round == other.round)
        .map(|round| round.iter().map(LoggedRow::cell).collect())
        .collect())
}

/// What was shown last of a measure for the week that ended on `end`.
pub(crate) fn logged(conn: &mut Conn, measure: Measure, end: Day) -> Result<Logged> {
    let rows: Vec<LoggedRow> = database::sql(
        "select department_id, round, did, people, payroll, fingerprint from release_log
        where measure = $1 and version = $2 and end_day = $3 and round = (
            select max(round) from release_log
            where measure = $1 and version = $2 and end_day = $3)
        order by department_id",
    )
    .bind::<Text, _>(measure.name)
    .bind::<Integer, _>(measure.version)
    .bind::<Integer, _>(end)
    .load(conn)?;
    Ok(Logged {
        round: rows.first().map_or(0, |row| row.round),
        fingerprint: rows.first().map(|row| row.fingerprint),
        cells: rows.iter().map(LoggedRow::cell).collect(),
    })
}

/// The privacy floor and whether the team is marked; none before set-up.
pub(crate) fn community(conn: &mut Conn) -> Result<Option<(i32, bool)>> {
    Ok(community::table
        .select((community::floor, community::team_marked))
        .first(conn)
        .optional()?)
}

#[derive(Insertable)]
#[diesel(table_name = release_log)]
#[diesel(treat_none_as_default_value = false)]
struct ShownRow {
    measure: &'static str,
    end_day: Day,
    round: i32,
    department_id: i64,
    version: i32,
    did: Option<i32>,
    people: Option<i32>,
    payroll: bool,
    fingerprint: i64,
    at: language::Moment,
}

/// Writes down what is shown of a week. When somebody else did so in the meantime, that
/// stands.
pub(crate) fn log_release(
    tx: &mut Tx<'_>,
    measure: Measure,
    end: Day,
    round: i32,
    fingerprint: i64,
    cells: &[Cell],
) -> Result<()> {
    let there: i64 = release_log::table
        .filter(release_log::measure.eq(measure.name))
        .filter(release_log::end_day.eq(end))
        .filter(release_log::round.eq(round))
        .count()
        .get_result(&mut **tx)?;
    if there > 0 {
        return Ok(());
    }
    let small = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
    let at = tx.now();
    let rows: Vec<ShownRow> = cells
        .iter()
        .map(|cell| ShownRow {
            measure: measure.name,
            end_day: end,
            round,
            department_id: cell.id,
            version: measure.version,
            did: cell.shown.map(|(did, _)| small(did)),
            people: cell.shown.map(|(_, people)| small(people)),
            payroll: cell.payroll,
            fingerprint,
            at,
        })
        .collect();
    database::insert_all!(tx, release_log::table, &rows);
    Ok(())
}

/// The weeks of which a measure was released under its present definition.
pub(crate) fn released_weeks(
    conn: &mut Conn,
    measure: Measure,
    from: Day,
    to: Day,
) -> Result<Vec<Day>> {
    Ok(release_log::table
        .filter(release_log::measure.eq(measure.name))
        .filter(release_log::version.eq(measure.version))
        .filter(release_log::end_day.between(from, to))
        .select(release_log::end_day)
        .distinct()
        .load(conn)?)
}

/// What was shown last of some measures in a row of weeks, under any definition.
pub(crate) fn shown_of(
    conn: &mut Conn,
    measures: &[Measure],
    from: Day,
    to: Day,
) -> Result<Vec<Shown>> {
    type Row = (String, i32, Day, i64, Option<i32>, i32);
    let names: Vec<&str> = measures.iter().map(|measure| measure.name).collect();
    let rows: Vec<Row> = release_log::table
        .filter(release_log::measure.eq_any(names))
        .filter(release_log::end_day.between(from, to))
        .order((release_log::end_day, release_log::round))
        .select((
            release_log::measure,
            release_log::version,
            release_log::end_day,
            release_log::department_id,
            release_log::did,
            release_log::round,
        ))
        .load(conn)?;
    let mut newest: std::collections::HashMap<(String, Day), i32> =
        std::collections::HashMap::new();
    for (measure, _, end, .., round) in &rows {
        newest.insert((measure.clone(), *end), *round);
    }
    Ok(rows
        .into_iter()
        .filter(|(measure, _, end, .., round)| newest.get(&(measure.clone(), *end)) == Some(round))
        .filter_map(|(measure, version, end, id, did, _)| {
            let figure = measures.iter().position(|one| one.name == measure)?;
            Some(Shown { figure, version, end, id, did: u64::try_from(did?).ok()? })
        })
        .collect())
}
