//! When reports are mailed, and to whom.

use crate::draft::State;
use crate::month::Month;
use database::{Conn, Tx};
use diesel::prelude::*;
use language::{Moment, PersonId, PersonState, Result};
use schema::{community, people, report_mailing, report_recipients, reports};

/// When reports are mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub(crate) struct Plan {
    /// From this day of the month on.
    pub day: i32,
    /// Whether the PDF goes along.
    pub attached: bool,
    /// Since when.
    pub set_at: Moment,
}

pub(crate) fn plan(conn: &mut Conn) -> Result<Option<Plan>> {
    Ok(report_mailing::table
        .select((report_mailing::day, report_mailing::attached, report_mailing::set_at))
        .first(conn)
        .optional()?)
}

pub(crate) fn set_plan(tx: &mut Tx<'_>, by: PersonId, day: i32, attached: bool) -> Result<()> {
    let at = tx.now();
    diesel::delete(report_mailing::table).execute(&mut **tx)?;
    diesel::insert_into(report_mailing::table)
        .values((
            report_mailing::id.eq(1),
            report_mailing::day.eq(day),
            report_mailing::attached.eq(attached),
            report_mailing::set_by.eq(by),
            report_mailing::set_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn stop(tx: &mut Tx<'_>) -> Result<()> {
    diesel::delete(report_mailing::table).execute(&mut **tx)?;
    Ok(())
}

/// Somebody who gets reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub id: i64,
    /// The member; none for an address that was entered.
    pub person: Option<PersonId>,
    /// Their name; empty for an address.
    pub name: String,
    /// Where it goes; none for a member without a confirmed address, or who may not enter.
    pub email: Option<String>,
    /// The language they chose.
    pub language: Option<String>,
}

/// Everybody who gets reports, by name.
pub(crate) fn recipients(conn: &mut Conn) -> Result<Vec<Recipient>> {
    type Row = (
        i64,
        Option<PersonId>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<bool>,
        Option<PersonState>,
        Option<String>,
    );
    let rows: Vec<Row> = report_recipients::table
        .left_join(people::table.on(people::id.nullable().eq(report_recipients::person_id)))
        .order((people::name, report_recipients::email, report_recipients::id))
        .select((
            report_recipients::id,
            report_recipients::person_id,
            report_recipients::email,
            people::name.nullable(),
            people::email.nullable(),
            people::email_verified.nullable(),
            people::state.nullable(),
            people::language.nullable(),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, person, entered, name, email, verified, state, language)| {
            let reachable = verified == Some(true) && state == Some(PersonState::Active);
            let email = match person {
                None => entered,
                Some(_) => email.filter(|_| reachable),
            };
            Recipient { id, person, name: name.unwrap_or_default(), email, language }
        })
        .collect())
}

/// Whether somebody gets reports, and so may read them.
pub(crate) fn is_recipient(conn: &mut Conn, person: PersonId) -> Result<bool> {
    let there: i64 = report_recipients::table
        .filter(report_recipients::person_id.eq(Some(person)))
        .count()
        .get_result(conn)?;
    Ok(there > 0)
}

/// An active member by handle or confirmed address.
pub(crate) fn member(conn: &mut Conn, handle: &str, email_key: &str) -> Result<Option<PersonId>> {
    Ok(people::table
        .filter(people::state.eq(PersonState::Active))
        .filter(people::handle.eq(handle).or(people::email_key.eq(Some(email_key))))
        .filter(people::bot.eq(false))
        .select(people::id)
        .first(conn)
        .optional()?)
}

pub(crate) fn add_recipient(
    tx: &mut Tx<'_>,
    by: PersonId,
    person: Option<PersonId>,
    email: Option<&str>,
) -> Result<bool> {
    let there: i64 = match (person, email) {
        (Some(person), _) => report_recipients::table
            .filter(report_recipients::person_id.eq(Some(person)))
            .count()
            .get_result(&mut **tx)?,
        (None, email) => report_recipients::table
            .filter(report_recipients::email.eq(email))
            .count()
            .get_result(&mut **tx)?,
    };
    if there > 0 {
        return Ok(false);
    }
    let (id, at): (i64, Moment) = (tx.new_id(), tx.now());
    diesel::insert_into(report_recipients::table)
        .values((
            report_recipients::id.eq(id),
            report_recipients::person_id.eq(person),
            report_recipients::email.eq(email),
            report_recipients::added_by.eq(by),
            report_recipients::created_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

pub(crate) fn remove_recipient(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    diesel::delete(report_recipients::table.filter(report_recipients::id.eq(id)))
        .execute(&mut **tx)?;
    Ok(())
}

/// The newest finished report of a month.
pub(crate) fn finished_of(conn: &mut Conn, month: Month) -> Result<Option<i64>> {
    Ok(reports::table
        .filter(reports::month_day.eq(month.first()))
        .filter(reports::state.eq(State::Finished))
        .order(reports::version.desc())
        .select(reports::id)
        .first(conn)
        .optional()?)
}

/// What mails need to know of the community: its name, its language.
pub(crate) fn community_of(conn: &mut Conn) -> Result<Option<(String, String)>> {
    Ok(community::table.select((community::name, community::language)).first(conn).optional()?)
}

/// Which of these mails were never put in the outbox.
pub(crate) fn unsent(conn: &mut Conn, keys: &[String]) -> Result<Vec<String>> {
    use schema::outbox;
    let there: Vec<String> =
        outbox::table.filter(outbox::key.eq_any(keys)).select(outbox::key).load(conn)?;
    Ok(keys.iter().filter(|key| !there.contains(key)).cloned().collect())
}
