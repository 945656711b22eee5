//! Judgements of managers.

use crate::judgement::Stage;
use database::{Conn, Tx};
use diesel::prelude::*;
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

/// The newest choice.
pub(crate) fn latest_judgement(conn: &mut Conn) -> Result<Option<Judged>> {
    Ok(judgements(conn, 1)?.pop())
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
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Refused {
    pub catalogue: i32,
}

/// What was put aside since a moment.
pub(crate) fn refused_since(conn: &mut Conn, since: Moment) -> Result<Vec<Refused>> {
    Ok(refused_proposals::table
        .filter(refused_proposals::at.ge(since))
        .select((refused_proposals::catalogue,))
        .load(conn)?)
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
