//! `kept_insights`: findings that take long, and weeks as they were known.

use crate::metrics::{Metric, Versioned};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use language::{Day, Failure, Moment, Result};
use schema::kept_insights;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A finding with the last day that it is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept<T> {
    /// That day.
    pub end: Day,
    /// When it was worked out.
    pub at: Moment,
    /// The finding, under its definition.
    pub found: Versioned<T>,
}

type Row = (Day, i32, Moment, String);

fn read<T: DeserializeOwned>((end, version, at, text): Row) -> Result<Kept<T>> {
    let value = serde_json::from_str(&text).map_err(|e| Failure::fault("read a finding", e))?;
    Ok(Kept { end, at, found: Versioned { version, value } })
}

/// The newest finding of this metric up to a day, under its present definition.
pub(crate) fn newest<T: DeserializeOwned>(
    conn: &mut Conn,
    metric: Metric,
    until: Day,
) -> Result<Option<Kept<T>>> {
    let row: Option<Row> = kept_insights::table
        .filter(kept_insights::name.eq(metric.name))
        .filter(kept_insights::version.eq(metric.version))
        .filter(kept_insights::end_day.le(until))
        .order(kept_insights::end_day.desc())
        .select((
            kept_insights::end_day,
            kept_insights::version,
            kept_insights::at,
            kept_insights::content,
        ))
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

/// The findings of a row of days, oldest first, under whatever definition held then; of one
/// day that of the newest definition.
pub(crate) fn series<T: DeserializeOwned>(
    conn: &mut Conn,
    name: &str,
    from: Day,
    to: Day,
) -> Result<Vec<Kept<T>>> {
    let rows: Vec<Row> = kept_insights::table
        .filter(kept_insights::name.eq(name))
        .filter(kept_insights::end_day.between(from, to))
        .order((kept_insights::end_day, kept_insights::version.desc()))
        .select((
            kept_insights::end_day,
            kept_insights::version,
            kept_insights::at,
            kept_insights::content,
        ))
        .load(conn)?;
    let mut all: Vec<Kept<T>> = Vec::with_capacity(rows.len());
    for row in rows {
        // What an older program wrote may lack what this one needs.
        let Ok(kept) = read(row) else { continue };
        if all.last().is_none_or(|last| last.end != kept.end) {
            all.push(kept);
        }
    }
    Ok(all)
}

/// On which of a row of days a finding of this definition ends.
pub(crate) fn ends(conn: &mut Conn, metric: Metric, from: Day, to: Day) -> Result<Vec<Day>> {
    Ok(kept_insights::table
        .filter(kept_insights::name.eq(metric.name))
        .filter(kept_insights::version.eq(metric.version))
        .filter(kept_insights::end_day.between(from, to))
        .order(kept_insights::end_day)
        .select(kept_insights::end_day)
        .load(conn)?)
}

/// Keeps a finding, in place of one about the same day.
pub(crate) fn keep<T: Serialize>(
    tx: &mut Tx<'_>,
    metric: Metric,
    end: Day,
    value: &T,
) -> Result<()> {
    let text = serde_json::to_string(value).map_err(|e| Failure::fault("keep a finding", e))?;
    let at = tx.now();
    database::sql(
        "insert into kept_insights (name, end_day, version, content, at) values ($1, $2, $3, $4, $5)
        on conflict (name, end_day, version) do update set content = excluded.content,
            at = excluded.at",
    )
    .bind::<Text, _>(metric.name)
    .bind::<Integer, _>(end)
    .bind::<Integer, _>(metric.version)
    .bind::<Text, _>(text)
    .bind::<BigInt, _>(at)
    .execute(&mut **tx)?;
    Ok(())
}

/// Takes findings away that are about days before this one: they are about the present.
pub(crate) fn forget_before(tx: &mut Tx<'_>, metric: Metric, day: Day) -> Result<()> {
    diesel::delete(
        kept_insights::table
            .filter(kept_insights::name.eq(metric.name))
            .filter(kept_insights::end_day.lt(day)),
    )
    .execute(&mut **tx)?;
    Ok(())
}

#[derive(QueryableByName)]
struct BroughtIn {
    #[diesel(sql_type = Nullable<BigInt>)]
    at: Option<Moment>,
}

/// When history was last brought in or taken back; none when it never was. A list of people
/// or numbers brings no history.
fn brought_in(conn: &mut Conn) -> Result<Option<Moment>> {
    let found: BroughtIn = database::sql(
        "select max(coalesce(undone_at, at)) as at from import_runs
        where kind not in ('people', 'headcount')",
    )
    .get_result(conn)?;
    Ok(found.at)
}

/// The closed weeks from one Sunday to another that are not kept under this definition, or
/// were worked out before history came in; not those before anything happened. Oldest first.
pub(crate) fn missing_weeks(
    conn: &mut Conn,
    metric: Metric,
    first: Day,
    last: Day,
) -> Result<Vec<Day>> {
    let known: Vec<(Day, Moment)> = kept_insights::table
        .filter(kept_insights::name.eq(metric.name))
        .filter(kept_insights::version.eq(metric.version))
        .filter(kept_insights::end_day.between(first, last))
        .select((kept_insights::end_day, kept_insights::at))
        .load(conn)?;
    let weeks = usize::try_from((last.0 - first.0) / 7 + 1).unwrap_or(0);
    let since = brought_in(conn)?.unwrap_or(Moment(i64::MIN));
    if known.len() >= weeks && known.iter().all(|(_, at)| *at >= since) {
        return Ok(Vec::new());
    }
    let Some(beginning) = rollups::beginning(conn)? else { return Ok(Vec::new()) };
    let fresh = |end: Day| known.iter().any(|(day, at)| *day == end && *at >= since);
    Ok((first.0..=last.0)
        .step_by(7)
        .map(Day)
        .filter(|end| *end >= beginning && !fresh(*end))
        .collect())
}

/// Whether a finding about a day is kept, and nothing was brought in since.
pub(crate) fn is_fresh(conn: &mut Conn, metric: Metric, end: Day) -> Result<bool> {
    let at: Option<Moment> = kept_insights::table
        .find((metric.name, end, metric.version))
        .select(kept_insights::at)
        .first(conn)
        .optional()?;
    let Some(at) = at else { return Ok(false) };
    Ok(brought_in(conn)?.is_none_or(|since| since <= at))
}
