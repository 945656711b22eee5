//! Judgements of managers.

use crate::alarms::Series;
use crate::judgement::Stage;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Double, Integer, Text};
use language::{Day, Moment, PersonId, Result};
use schema::{people, phase_overrules, refused_proposals};

/// A phase that somebody chose.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Judged {
    pub at: Moment,
    pub phase: Stage,
    pub note: String,
    pub until: Day,
    pub by: String,
}

/// The newest choices of a phase, newest first.
pub(crate) fn judgements(conn: &mut Conn, limit: i64) -> Result<Vec<Judged>> {
    Ok(phase_overrules::table
        .inner_join(people::table.on(people::id.eq(phase_overrules::person_id)))
        .order((phase_overrules::at.desc(), phase_overrules::id.desc()))
        .limit(limit)
        .select((
            phase_overrules::at,
            phase_overrules::phase,
            phase_overrules::note,
            phase_overrules::until_day,
            people::name,
        ))
        .load(conn)?)
}

pub(crate) fn insert_overrule(
    tx: &mut Tx<'_>,
    by: PersonId,
    phase: Stage,
    note: &str,
    until: Day,
) -> Result<()> {
    let (id, at) = (tx.new_id(), tx.now());
    diesel::insert_into(phase_overrules::table)
        .values((
            phase_overrules::id.eq(id),
            phase_overrules::at.eq(at),
            phase_overrules::person_id.eq(by.0),
            phase_overrules::phase.eq(phase),
            phase_overrules::note.eq(note),
            phase_overrules::until_day.eq(until),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A proposal that somebody put aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused {
    pub catalogue: i32,
}

/// A signal that nobody judged yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Live {
    pub series: Series,
    pub day: Day,
    pub value: i64,
    pub usual: f64,
}

#[derive(QueryableByName)]
struct LatelyRow {
    /// 0 for a choice of a phase, 1 for what was put aside, 2 for a signal.
    #[diesel(sql_type = Integer)]
    what: i32,
    #[diesel(sql_type = BigInt)]
    at: Moment,
    /// The phase, or the series.
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    note: String,
    /// Until when the phase holds, or the day of the signal.
    #[diesel(sql_type = Integer)]
    day: Day,
    #[diesel(sql_type = Text)]
    who: String,
    /// The number in the library, or the count of the signal.
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Double)]
    usual: f64,
}

/// What managers judged lately, and what waits for their judgement.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lately {
    /// The newest choice of a phase.
    pub chosen: Option<Judged>,
    /// What was put aside.
    pub refused: Vec<Refused>,
    /// Signals that nobody judged, newest first.
    pub alarms: Vec<Live>,
}

/// The newest choice of a phase, what was put aside since a moment, and the signals since a
/// day that nobody judged.
pub(crate) fn lately(conn: &mut Conn, since: Moment, alarms: Day) -> Result<Lately> {
    let rows: Vec<LatelyRow> = database::sql(
        "select 0 as what, o.at, o.phase as name, o.note, o.until_day as day, p.name as who,
            cast(0 as bigint) as number, cast(0 as double precision) as usual
        from phase_overrules o join people p on p.id = o.person_id
        where o.id = (select id from phase_overrules order by at desc, id desc limit 1)
        union all
        select 1, r.at, '', '', 0, '', r.catalogue, 0
        from refused_proposals r where r.at >= $1
        union all
        select 2, a.at, a.series, '', a.day, '', a.value, a.usual
        from alarms a where a.day >= $2 and a.verdict is null",
    )
    .bind::<BigInt, _>(since)
    .bind::<Integer, _>(alarms)
    .load(conn)?;
    let mut lately = Lately::default();
    for row in rows {
        match row.what {
            0 => {
                lately.chosen = Stage::from_name(&row.name).map(|phase| Judged {
                    at: row.at,
                    phase,
                    note: row.note,
                    until: row.day,
                    by: row.who,
                });
            }
            1 => lately.refused.push(Refused { catalogue: i32::try_from(row.number).unwrap_or(0) }),
            _ => lately.alarms.extend(Series::from_name(&row.name).map(|series| Live {
                series,
                day: row.day,
                value: row.number,
                usual: row.usual,
            })),
        }
    }
    lately.alarms.sort_by_key(|one| (std::cmp::Reverse(one.day), one.series));
    Ok(lately)
}

pub(crate) fn insert_refusal(
    tx: &mut Tx<'_>,
    by: PersonId,
    catalogue: i32,
    note: &str,
) -> Result<()> {
    let (id, at) = (tx.new_id(), tx.now());
    diesel::insert_into(refused_proposals::table)
        .values((
            refused_proposals::id.eq(id),
            refused_proposals::at.eq(at),
            refused_proposals::person_id.eq(by.0),
            refused_proposals::catalogue.eq(catalogue),
            refused_proposals::note.eq(note),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
