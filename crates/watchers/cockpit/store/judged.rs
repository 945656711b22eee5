//! Judgements of managers.

use crate::judgement::Stage;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};
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

#[derive(QueryableByName)]
struct Lately {
    #[diesel(sql_type = BigInt)]
    at: Moment,
    #[diesel(sql_type = Text)]
    phase: Stage,
    #[diesel(sql_type = Text)]
    note: String,
    #[diesel(sql_type = Integer)]
    until_day: Day,
    #[diesel(sql_type = Text)]
    who: String,
    /// 0 for a choice of a phase.
    #[diesel(sql_type = Integer)]
    catalogue: i32,
}

/// The newest choice of a phase, and what was put aside since a moment.
pub(crate) fn lately(conn: &mut Conn, since: Moment) -> Result<(Option<Judged>, Vec<Refused>)> {
    let rows: Vec<Lately> = database::sql(
        "select o.at, o.phase, o.note, o.until_day, p.name as who, 0 as catalogue
        from phase_overrules o join people p on p.id = o.person_id
        where o.id = (select id from phase_overrules order by at desc, id desc limit 1)
        union all
        select r.at, 'calculated', '', 0, '', r.catalogue
        from refused_proposals r where r.at >= $1",
    )
    .bind::<BigInt, _>(since)
    .load(conn)?;
    let (chosen, refused): (Vec<Lately>, Vec<Lately>) =
        rows.into_iter().partition(|row| row.catalogue == 0);
    let chosen = chosen.into_iter().next().map(|row| Judged {
        at: row.at,
        phase: row.phase,
        note: row.note,
        until: row.until_day,
        by: row.who,
    });
    Ok((chosen, refused.iter().map(|row| Refused { catalogue: row.catalogue }).collect()))
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
