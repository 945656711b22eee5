//! `alarms`: signals that went off, and what managers say of them.

use crate::alarms::{Series, Verdict};
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{Day, Moment, PersonId, Result};
use schema::{actions, alarms, people};

/// A signal that went off.
#[derive(Debug, Clone, PartialEq, Queryable)]
pub(crate) struct Alarm {
    pub id: i64,
    pub series: Series,
    pub day: Day,
    pub value: i64,
    pub usual: f64,
    pub weeks: i32,
    pub distance: f64,
    pub verdict: Option<Verdict>,
    pub note: String,
    pub by: Option<String>,
}

/// What went off since a day, newest first.
pub(crate) fn alarms_since(conn: &mut Conn, since: Day, limit: i64) -> Result<Vec<Alarm>> {
    Ok(alarms::table
        .left_join(people::table.on(people::id.nullable().eq(alarms::judged_by)))
        .filter(alarms::day.ge(since))
        .order((alarms::day.desc(), alarms::id.desc()))
        .limit(limit)
        .select((
            alarms::id,
            alarms::series,
            alarms::day,
            alarms::value,
            alarms::usual,
            alarms::weeks,
            alarms::distance,
            alarms::verdict,
            alarms::note,
            people::name.nullable(),
        ))
        .load(conn)?)
}

/// A signal that is to be kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WentOff {
    pub series: Series,
    pub day: Day,
    pub value: i64,
    pub usual: f64,
    pub weeks: i32,
    pub distance: f64,
    pub bound: f64,
}

/// Keeps a signal; the same one twice is one.
pub(crate) fn insert_alarm(tx: &mut Tx<'_>, version: i32, found: &WentOff) -> Result<()> {
    let (id, at) = (tx.new_id(), tx.now());
    let known: i64 = alarms::table
        .filter(alarms::series.eq(found.series))
        .filter(alarms::day.eq(found.day))
        .count()
        .get_result(&mut **tx)?;
    if known > 0 {
        return Ok(());
    }
    diesel::insert_into(alarms::table)
        .values((
            alarms::id.eq(id),
            alarms::series.eq(found.series),
            alarms::day.eq(found.day),
            alarms::version.eq(version),
            alarms::value.eq(found.value),
            alarms::usual.eq(found.usual),
            alarms::weeks.eq(found.weeks),
            alarms::distance.eq(found.distance),
            alarms::bound.eq(found.bound),
            alarms::at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps what a manager says of a signal; false when there is none.
pub(crate) fn judge_alarm(
    tx: &mut Tx<'_>,
    id: i64,
    by: PersonId,
    verdict: Verdict,
    note: &str,
) -> Result<bool> {
    let now = tx.now();
    let changed = diesel::update(alarms::table.filter(alarms::id.eq(id)))
        .set((
            alarms::verdict.eq(Some(verdict)),
            alarms::note.eq(note),
            alarms::judged_by.eq(Some(by.0)),
            alarms::judged_at.eq(Some(now)),
        ))
        .execute(&mut **tx)?;
    Ok(changed > 0)
}

/// Signals that were called right: what happened on those days was no ordinary day.
pub(crate) fn right_days(conn: &mut Conn, since: Day) -> Result<Vec<(Series, Day)>> {
    Ok(alarms::table
        .filter(alarms::verdict.eq(Some(Verdict::Right)))
        .filter(alarms::day.ge(since))
        .select((alarms::series, alarms::day))
        .load(conn)?)
}

/// When actions opened: for some days after, counts are not those of ordinary days.
pub(crate) fn openings(conn: &mut Conn, since: Moment) -> Result<Vec<Moment>> {
    Ok(actions::table
        .filter(actions::state.eq_any(["open", "closed"]))
        .filter(actions::opens_at.ge(since))
        .order(actions::opens_at)
        .select(actions::opens_at)
        .load(conn)?)
}
