//! All database access of this slice.

mod leaders;
mod mailings;

pub(crate) use leaders::*;
pub(crate) use mailings::*;

use crate::draft::{Decision, Report, Stamp, State, Texts};
use crate::month::Month;
use crate::snapshot::Snapshot;
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{Day, Moment, PersonId, Refusal, Result};
use schema::{people, report_decisions, reports};

type Row = (
    i64,
    Day,
    i32,
    State,
    String,
    String,
    String,
    Option<PersonId>,
    Option<Moment>,
    Option<String>,
    Option<i64>,
);

type Columns = (
    reports::id,
    reports::month_day,
    reports::version,
    reports::state,
    reports::snapshot,
    reports::successes,
    reports::explanation,
    reports::finished_by,
    reports::finished_at,
    reports::checksum,
    reports::beside_id,
);

const COLUMNS: Columns = (
    reports::id,
    reports::month_day,
    reports::version,
    reports::state,
    reports::snapshot,
    reports::successes,
    reports::explanation,
    reports::finished_by,
    reports::finished_at,
    reports::checksum,
    reports::beside_id,
);

fn whole(conn: &mut Conn, row: Row) -> Result<Report> {
    let (id, month, version, state, kept, successes, explanation, ..) = row.clone();
    let (.., finished_by, finished_at, checksum, beside) = row;
    let decisions: Vec<(String, String, Day)> = report_decisions::table
        .filter(report_decisions::report_id.eq(id))
        .order(report_decisions::number)
        .select((report_decisions::text, report_decisions::owner, report_decisions::due_day))
        .load(conn)?;
    let name: Option<String> = match finished_by {
        Some(by) => {
            people::table.filter(people::id.eq(by)).select(people::name).first(conn).optional()?
        }
        None => None,
    };
    Ok(Report {
        id,
        month: Month::of(month),
        version,
        state,
        snapshot: Snapshot::from_text(&kept)?,
        kept,
        texts: Texts { successes, explanation },
        decisions: decisions
            .into_iter()
            .map(|(text, owner, due)| Decision { text, owner, due })
            .collect(),
        finished: finished_at.map(|at| Stamp { by: name.unwrap_or_default(), at }),
        checksum,
        beside,
    })
}

/// A report.
pub(crate) fn report(conn: &mut Conn, id: i64) -> Result<Report> {
    let row: Option<Row> =
        reports::table.filter(reports::id.eq(id)).select(COLUMNS).first(conn).optional()?;
    whole(conn, row.ok_or(Refusal::NotFound)?)
}

/// The newest report of a month, whatever its state.
pub(crate) fn newest_of(conn: &mut Conn, month: Month) -> Result<Option<i64>> {
    Ok(reports::table
        .filter(reports::month_day.eq(month.first()))
        .order(reports::version.desc())
        .select(reports::id)
        .first(conn)
        .optional()?)
}

/// The finished report of the last month before `month` that has one, in its last version.
pub(crate) fn before(conn: &mut Conn, month: Month) -> Result<Option<Report>> {
    let row: Option<Row> = reports::table
        .filter(reports::month_day.lt(month.first()))
        .filter(reports::state.eq(State::Finished))
        .order((reports::month_day.desc(), reports::version.desc()))
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    row.map(|row| whole(conn, row)).transpose()
}

/// A report in a list.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Listed {
    pub id: i64,
    pub month: Day,
    pub version: i32,
    pub made_at: Moment,
    pub finished_at: Option<Moment>,
}

/// The newest reports, at most two hundred.
pub(crate) fn list(conn: &mut Conn) -> Result<Vec<Listed>> {
    Ok(reports::table
        .order((reports::month_day.desc(), reports::version.desc()))
        .limit(200)
        .select((
            reports::id,
            reports::month_day,
            reports::version,
            reports::made_at,
            reports::finished_at,
        ))
        .load(conn)?)
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    by: PersonId,
    month: Month,
    version: i32,
    kept: &str,
    texts: &Texts,
    decisions: &[Decision],
) -> Result<i64> {
    let (id, at): (i64, Moment) = (tx.new_id(), tx.now());
    diesel::insert_into(reports::table)
        .values((
            reports::id.eq(id),
            reports::month_day.eq(month.first()),
            reports::version.eq(version),
            reports::state.eq(State::Draft),
            reports::snapshot.eq(kept),
            reports::successes.eq(&texts.successes),
            reports::explanation.eq(&texts.explanation),
            reports::made_by.eq(by),
            reports::made_at.eq(at),
        ))
        .execute(&mut **tx)?;
    set_decisions(tx, id, decisions)?;
    Ok(id)
}

/// Only a draft changes: what is finished is in no statement here.
macro_rules! draft {
    ($id:expr) => {
        reports::table.filter(reports::id.eq($id)).filter(reports::state.eq(State::Draft))
    };
}

pub(crate) fn set_snapshot(tx: &mut Tx<'_>, id: i64, kept: &str) -> Result<bool> {
    let changed = diesel::update(draft!(id)).set(reports::snapshot.eq(kept)).execute(&mut **tx)?;
    Ok(changed == 1)
}

pub(crate) fn set_texts(tx: &mut Tx<'_>, id: i64, texts: &Texts) -> Result<bool> {
    let changed = diesel::update(draft!(id))
        .set((reports::successes.eq(&texts.successes), reports::explanation.eq(&texts.explanation)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Of a draft: who calls this has seen to it.
pub(crate) fn set_decisions(tx: &mut Tx<'_>, id: i64, decisions: &[Decision]) -> Result<()> {
    diesel::delete(report_decisions::table.filter(report_decisions::report_id.eq(id)))
        .execute(&mut **tx)?;
    for (number, one) in (1_i32..).zip(decisions) {
        diesel::insert_into(report_decisions::table)
            .values((
                report_decisions::report_id.eq(id),
                report_decisions::number.eq(number),
                report_decisions::text.eq(&one.text),
                report_decisions::owner.eq(&one.owner),
                report_decisions::due_day.eq(one.due),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(crate) fn set_finished(
    tx: &mut Tx<'_>,
    id: i64,
    by: PersonId,
    checksum: &str,
    beside: Option<i64>,
) -> Result<bool> {
    let at = tx.now();
    let changed = diesel::update(draft!(id))
        .set((
            reports::state.eq(State::Finished),
            reports::finished_by.eq(Some(by)),
            reports::finished_at.eq(Some(at)),
            reports::checksum.eq(Some(checksum)),
            reports::beside_id.eq(beside),
        ))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

pub(crate) fn delete_draft(tx: &mut Tx<'_>, id: i64) -> Result<bool> {
    let there: i64 = draft!(id).count().get_result(&mut **tx)?;
    if there == 0 {
        return Ok(false);
    }
    set_decisions(tx, id, &[])?;
    diesel::delete(draft!(id)).execute(&mut **tx)?;
    Ok(true)
}
