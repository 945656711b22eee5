//! Who leads what, and what they promise.

use crate::month::Month;
use crate::promises::{Kept, Kind, Leader, Promise};
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::{Day, DepartmentId, PersonId, Refusal, Result};
use schema::{department_leaders, departments, promise_months, promises};

/// The departments that an active person leads, by name.
pub(crate) fn led_by(conn: &mut Conn, person: PersonId) -> Result<Vec<(DepartmentId, String)>> {
    Ok(departments::table
        .filter(
            departments::id.eq_any(
                department_leaders::table
                    .filter(department_leaders::person_id.eq(person))
                    .select(department_leaders::department_id),
            ),
        )
        .order(departments::name)
        .select((departments::id, departments::name))
        .load(conn)?)
}

type PromiseRow = (i64, String, Kind, i32);

/// The promises that somebody keeps now, the oldest first.
pub(crate) fn promises_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Promise>> {
    let rows: Vec<PromiseRow> = promises::table
        .filter(promises::person_id.eq(person))
        .filter(promises::ended_at.is_null())
        .order((promises::made_at, promises::id))
        .select((promises::id, promises::text, promises::kind, promises::amount))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, text, kind, amount)| Promise { id, text, kind, amount })
        .collect())
}

/// What came of somebody's promises, ended ones included, since a month; the newest first.
pub(crate) fn kept_by(conn: &mut Conn, person: PersonId, since: Month) -> Result<Vec<Kept>> {
    type Row = (i64, String, Kind, Day, i32, i32);
    let rows: Vec<Row> = promise_months::table
        .inner_join(promises::table.on(promises::id.eq(promise_months::promise_id)))
        .filter(promises::person_id.eq(person))
        .filter(promise_months::month_day.ge(since.first()))
        .order((promise_months::month_day.desc(), promises::made_at, promises::id))
        .select((
            promises::id,
            promises::text,
            promises::kind,
            promise_months::month_day,
            promise_months::amount,
            promise_months::done,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(promise, text, kind, month, amount, done)| Kept {
            promise,
            text,
            kind,
            month: Month::of(month),
            amount,
            done,
        })
        .collect())
}

pub(crate) fn insert_promise(
    tx: &mut Tx<'_>,
    person: PersonId,
    text: &str,
    kind: Kind,
    amount: i32,
) -> Result<i64> {
    let (id, at): (i64, language::Moment) = (tx.new_id(), tx.now());
    diesel::insert_into(promises::table)
        .values((
            promises::id.eq(id),
            promises::person_id.eq(person),
            promises::text.eq(text),
            promises::kind.eq(kind),
            promises::amount.eq(amount),
            promises::made_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Somebody's own promise that has not ended.
pub(crate) fn promise(conn: &mut Conn, person: PersonId, id: i64) -> Result<Promise> {
    let found = promises_of(conn, person)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| Refusal::NotFound.into())
}

/// Opens the month of each promise, so that a month in which nothing was done is not
/// forgotten.
pub(crate) fn open_month(tx: &mut Tx<'_>, promise: &Promise, month: Month) -> Result<()> {
    database::sql(
        "insert into promise_months (promise_id, month_day, amount, done)
        values ($1, $2, $3, 0) on conflict (promise_id, month_day) do nothing",
    )
    .bind::<BigInt, _>(promise.id)
    .bind::<Integer, _>(month.first())
    .bind::<Integer, _>(promise.amount)
    .execute(&mut **tx)?;
    Ok(())
}

/// Every promise that has not ended.
pub(crate) fn standing_promises(conn: &mut Conn) -> Result<Vec<Promise>> {
    let rows: Vec<PromiseRow> = promises::table
        .filter(promises::ended_at.is_null())
        .order(promises::id)
        .select((promises::id, promises::text, promises::kind, promises::amount))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, text, kind, amount)| Promise { id, text, kind, amount })
        .collect())
}

/// How many promises have no month yet.
pub(crate) fn unopened(conn: &mut Conn, month: Month) -> Result<i64> {
    let opened = promise_months::table
        .filter(promise_months::month_day.eq(month.first()))
        .select(promise_months::promise_id);
    Ok(promises::table
        .filter(promises::ended_at.is_null())
        .filter(promises::id.ne_all(opened))
        .count()
        .get_result(conn)?)
}

/// Adds to what was done in a month; never below nothing nor above a thousand.
pub(crate) fn add_done(tx: &mut Tx<'_>, id: i64, month: Month, more: i32) -> Result<()> {
    let there = promise_months::table
        .filter(promise_months::promise_id.eq(id))
        .filter(promise_months::month_day.eq(month.first()));
    let done: i32 = there.select(promise_months::done).first(&mut **tx)?;
    diesel::update(there)
        .set(promise_months::done.eq((done + more).clamp(0, 1_000)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(crate) fn end_promise(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<bool> {
    let at = tx.now();
    let ended = diesel::update(
        promises::table
            .filter(promises::id.eq(id))
            .filter(promises::person_id.eq(person))
            .filter(promises::ended_at.is_null()),
    )
    .set(promises::ended_at.eq(Some(at)))
    .execute(&mut **tx)?;
    Ok(ended == 1)
}

/// What leaders promised for a month and what they did of it. Only leaders who still lead.
pub(crate) fn commitment(conn: &mut Conn, month: Month) -> Result<Vec<Leader>> {
    type Row = (PersonId, i32, i32);
    let rows: Vec<Row> = promise_months::table
        .inner_join(promises::table.on(promises::id.eq(promise_months::promise_id)))
        .filter(promise_months::month_day.eq(month.first()))
        .filter(
            promises::person_id
                .eq_any(department_leaders::table.select(department_leaders::person_id)),
        )
        .order(promises::person_id)
        .select((promises::person_id, promise_months::amount, promise_months::done))
        .load(conn)?;
    let top: Vec<PersonId> = department_leaders::table
        .filter(department_leaders::department_id.eq_any(
            departments::table.filter(departments::parent_id.is_null()).select(departments::id),
        ))
        .select(department_leaders::person_id)
        .load(conn)?;
    let mut all: Vec<Leader> = Vec::new();
    let mut last: Option<PersonId> = None;
    for (person, amount, done) in rows {
        if last != Some(person) {
            all.push(Leader { top: top.contains(&person), kept: 0, promises: 0 });
            last = Some(person);
        }
        if let Some(leader) = all.last_mut() {
            leader.kept += i64::from(done >= amount);
            leader.promises += 1;
        }
    }
    Ok(all)
}

/// How many people lead a department.
pub(crate) fn leaders(conn: &mut Conn) -> Result<i64> {
    let all: Vec<PersonId> =
        department_leaders::table.select(department_leaders::person_id).distinct().load(conn)?;
    Ok(i64::try_from(all.len()).unwrap_or(i64::MAX))
}

/// What was released of a department for the closed weeks since a day, by measure and week:
/// the last time that the week was shown, hidden ones left out.
pub(crate) fn released(
    conn: &mut Conn,
    department: DepartmentId,
    since: Day,
) -> Result<Vec<(String, Day, u64, u64)>> {
    use schema::release_log;
    type Row = (String, Day, i32, i32, Option<i32>, Option<i32>);
    let rows: Vec<Row> = release_log::table
        .filter(release_log::department_id.eq(department.0))
        .filter(release_log::measure.eq_any(["reach", "starters", "responders", "readers"]))
        .filter(release_log::end_day.ge(since))
        .order((release_log::measure, release_log::end_day, release_log::round))
        .select((
            release_log::measure,
            release_log::end_day,
            release_log::version,
            release_log::round,
            release_log::did,
            release_log::people,
        ))
        .load(conn)?;
    type Newest = (String, Day, i32, Option<(u64, u64)>);
    let mut newest: Vec<Newest> = Vec::new();
    for (measure, end, version, _, did, people) in rows {
        let whole = |n: i32| u64::try_from(n).ok();
        let part = did.and_then(whole).zip(people.and_then(whole));
        match newest.last_mut().filter(|last| last.0 == measure && last.1 == end) {
            Some(last) => (last.2, last.3) = (version, part),
            None => newest.push((measure, end, version, part)),
        }
    }
    // Another definition is another line: the newest alone.
    let version = |measure: &str| {
        newest.iter().filter(|one| one.0 == measure).map(|one| one.2).max().unwrap_or(0)
    };
    let kept: Vec<(String, Day, u64, u64)> = newest
        .iter()
        .filter(|one| one.2 == version(&one.0))
        .filter_map(|(measure, end, _, part)| {
            let (did, people) = (*part)?;
            Some((measure.clone(), *end, did, people))
        })
        .collect();
    Ok(kept)
}
