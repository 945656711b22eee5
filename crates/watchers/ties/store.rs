//! All database access of this slice.

use crate::between::{Base, Cell, VERSION, Whole};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use insight::GroupMinimum;
use language::{Day, Result};
use schema::{community, departments, tie_cells, tie_weeks};
use std::collections::HashMap;

/// The privacy floor; none before set-up.
pub(crate) fn floor(conn: &mut Conn) -> Result<Option<GroupMinimum>> {
    let floor: Option<i32> = community::table.select(community::floor).first(conn).optional()?;
    let people = floor.and_then(|floor| u64::try_from(floor).ok());
    Ok(people.map(|people| GroupMinimum::new(people).unwrap_or_default()))
}

#[derive(QueryableByName)]
struct Reached {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Integer)]
    did: i32,
    #[diesel(sql_type = Integer)]
    people: i32,
}

fn number(count: i32) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// The departments that reach shows for the week that ended on `end`.
pub(crate) fn bases(conn: &mut Conn, end: Day) -> Result<Vec<Base>> {
    let rows: Vec<Reached> = database::sql(
        // The largest forty: a matrix of hundreds is no picture, and takes their square to make.
        "select id, did, people from (
            select l.department_id as id, l.did, l.people from release_log l
        where l.measure = 'reach' and l.end_day = $1 and l.department_id <> 0
            and l.did is not null and l.version = (
                select max(version) from release_log
                where measure = 'reach' and end_day = $1)
            and l.round = (
                select max(round) from release_log
                where measure = 'reach' and end_day = $1)
        order by l.did desc, l.department_id limit 40) largest
        order by id",
    )
    .bind::<Integer, _>(end)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Base { id: row.id, active: number(row.did), people: number(row.people) })
        .collect())
}

/// The highest department above each.
pub(crate) fn highest(conn: &mut Conn) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, Option<i64>)> =
        departments::table.select((departments::id, departments::parent_id)).load(conn)?;
    let parents: HashMap<i64, Option<i64>> = rows.into_iter().collect();
    let top = |id: i64| {
        let mut at = id;
        // A loop cannot be stored, but this must end.
        for _ in 0..parents.len() {
            match parents.get(&at).copied().flatten() {
                Some(parent) => at = parent,
                None => break,
            }
        }
        at
    };
    Ok(parents.keys().map(|id| (*id, top(*id))).collect())
}

/// The names of the departments.
pub(crate) fn names(conn: &mut Conn) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> =
        departments::table.select((departments::id, departments::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The ties of a closed week, as they were released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Week {
    /// The Sunday that ended it.
    pub end: Day,
    /// Which time it was shown anew.
    pub round: i32,
    /// The privacy floor with which it was made.
    pub floor: u64,
    /// Of what it was made from.
    pub fingerprint: i64,
    /// The sums of the whole community.
    pub whole: Whole,
    /// Every pair of departments.
    pub cells: Vec<Cell>,
    /// Whether the network was worked out.
    pub has_network: bool,
}

type Row = (Day, i32, i32, i64, i64, i64, Option<String>);

macro_rules! columns {
    () => {
        (
            tie_weeks::end_day,
            tie_weeks::round,
            tie_weeks::floor,
            tie_weeks::fingerprint,
            tie_weeks::inside,
            tie_weeks::across,
            tie_weeks::network,
        )
    };
}

/// What was kept last of the week that ended on `end`.
pub(crate) fn week(conn: &mut Conn, end: Day) -> Result<Option<Week>> {
    let row: Option<Row> = tie_weeks::table
        .filter(tie_weeks::end_day.eq(end))
        .filter(tie_weeks::version.eq(VERSION))
        .order(tie_weeks::round.desc())
        .select(columns!())
        .first(conn)
        .optional()?;
    row.map(|row| Ok(with_cells(conn, row)?.0)).transpose()
}

/// The newest week that was kept and ended on `end` or before, with its network.
pub(crate) fn newest(conn: &mut Conn, end: Day) -> Result<Option<(Week, Option<String>)>> {
    let row: Option<Row> = tie_weeks::table
        .filter(tie_weeks::end_day.le(end))
        .filter(tie_weeks::version.eq(VERSION))
        .order((tie_weeks::end_day.desc(), tie_weeks::round.desc()))
        .select(columns!())
        .first(conn)
        .optional()?;
    row.map(|row| with_cells(conn, row)).transpose()
}

type CellRow = (i64, i64, Option<i32>, Option<i32>, i32);

fn with_cells(conn: &mut Conn, row: Row) -> Result<(Week, Option<String>)> {
    let (end, round, floor, fingerprint, inside, across, network) = row;
    let cells: Vec<CellRow> = tie_cells::table
        .filter(tie_cells::end_day.eq(end))
        .filter(tie_cells::round.eq(round))
        .order((tie_cells::source_id, tie_cells::target_id))
        .select((
            tie_cells::source_id,
            tie_cells::target_id,
            tie_cells::sources,
            tie_cells::targets,
            tie_cells::active,
        ))
        .load(conn)?;
    let week = Week {
        end,
        round,
        floor: number(floor),
        fingerprint,
        whole: Whole { inside, across },
        cells: cells
            .into_iter()
            .map(|(source, target, sources, targets, active)| Cell {
                source,
                target,
                shown: sources.map(number).zip(targets.map(number)),
                active: number(active),
            })
            .collect(),
        has_network: network.is_some(),
    };
    Ok((week, network))
}

#[derive(Insertable)]
#[diesel(table_name = tie_cells)]
#[diesel(treat_none_as_default_value = false)]
struct NewCell {
    end_day: Day,
    round: i32,
    source_id: i64,
    target_id: i64,
    sources: Option<i32>,
    targets: Option<i32>,
    active: i32,
}

fn small(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Keeps a week. When somebody else did so in the meantime, that stands.
pub(crate) fn write(tx: &mut Tx<'_>, week: &Week, network: Option<&str>) -> Result<()> {
    let there: i64 = tie_weeks::table
        .filter(tie_weeks::end_day.eq(week.end))
        .filter(tie_weeks::round.eq(week.round))
        .count()
        .get_result(&mut **tx)?;
    if there > 0 {
        return Ok(());
    }
    let at = tx.now();
    diesel::insert_into(tie_weeks::table)
        .values((
            tie_weeks::end_day.eq(week.end),
            tie_weeks::round.eq(week.round),
            tie_weeks::version.eq(VERSION),
            tie_weeks::floor.eq(small(week.floor)),
            tie_weeks::fingerprint.eq(week.fingerprint),
            tie_weeks::inside.eq(week.whole.inside),
            tie_weeks::across.eq(week.whole.across),
            tie_weeks::network.eq(network),
            tie_weeks::at.eq(at),
        ))
        .execute(&mut **tx)?;
    let rows: Vec<NewCell> = week
        .cells
        .iter()
        .map(|cell| NewCell {
            end_day: week.end,
            round: week.round,
            source_id: cell.source,
            target_id: cell.target,
            sources: cell.shown.map(|(sources, _)| small(sources)),
            targets: cell.shown.map(|(_, targets)| small(targets)),
            active: small(cell.active),
        })
        .collect();
    // PostgreSQL takes at most 65,535 values in a statement.
    for some in rows.chunks(5_000) {
        database::insert_all!(tx, tie_cells::table, some);
    }
    Ok(())
}

/// Notes that a week was looked at again and stands, so that the next look is cheap.
pub(crate) fn note_seen(tx: &mut Tx<'_>, week: &Week, fingerprint: i64) -> Result<()> {
    diesel::update(
        tie_weeks::table
            .filter(tie_weeks::end_day.eq(week.end))
            .filter(tie_weeks::round.eq(week.round)),
    )
    .set(tie_weeks::fingerprint.eq(fingerprint))
    .execute(&mut **tx)?;
    Ok(())
}

/// Keeps the network of a week that was kept without.
pub(crate) fn write_network(tx: &mut Tx<'_>, week: &Week, network: &str) -> Result<()> {
    diesel::update(
        tie_weeks::table
            .filter(tie_weeks::end_day.eq(week.end))
            .filter(tie_weeks::round.eq(week.round)),
    )
    .set(tie_weeks::network.eq(network))
    .execute(&mut **tx)?;
    Ok(())
}

/// Whether the network of any week is kept.
pub(crate) fn has_networks(conn: &mut Conn) -> Result<bool> {
    let some: Option<Day> = tie_weeks::table
        .filter(tie_weeks::network.is_not_null())
        .select(tie_weeks::end_day)
        .first(conn)
        .optional()?;
    Ok(some.is_some())
}

/// Takes the network of every week away.
pub(crate) fn forget_networks(tx: &mut Tx<'_>) -> Result<()> {
    diesel::update(tie_weeks::table.filter(tie_weeks::network.is_not_null()))
        .set(tie_weeks::network.eq(None::<String>))
        .execute(&mut **tx)?;
    Ok(())
}
