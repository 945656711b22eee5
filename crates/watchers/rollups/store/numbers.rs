//! `member_numbers`: small numbers for those whom the log names.

use super::rows;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};
use language::Result;
use schema::member_numbers;
use std::collections::{BTreeSet, HashMap, HashSet};

/// From so many people on all numbers are read at once instead of theirs.
const MANY: usize = 5_000;

/// The numbers of some people, by pseudonym.
pub(crate) type Numbers = HashMap<i64, u32>;

fn small(number: i32) -> u32 {
    // The table takes none below zero.
    u32::try_from(number).unwrap_or(0)
}

/// The numbers of `people`; who had none gets one.
pub(crate) fn give(tx: &mut Tx<'_>, people: &BTreeSet<i64>) -> Result<Numbers> {
    let mut known = of(tx, people)?;
    let new: Vec<i64> = people.iter().filter(|p| !known.contains_key(p)).copied().collect();
    if new.is_empty() {
        return Ok(known);
    }
    let last: Option<i32> =
        member_numbers::table.select(diesel::dsl::max(member_numbers::number)).first(&mut **tx)?;
    let next = last.map_or(0, |last| small(last) + 1);
    let given: Vec<(i64, u32)> = new.into_iter().zip(next..).collect();
    rows::write(
        tx,
        "insert into member_numbers (pseudonym, number)",
        "",
        &given,
        |(pseudonym, number), row| {
            row.int(*pseudonym).int(*number);
        },
    )?;
    known.extend(given);
    Ok(known)
}

/// The numbers of those of `people` who have one.
pub(crate) fn of(conn: &mut Conn, people: &BTreeSet<i64>) -> Result<Numbers> {
    if people.len() > MANY {
        return all(conn);
    }
    let people: Vec<i64> = people.iter().copied().collect();
    let mut found = Numbers::with_capacity(people.len());
    for chunk in people.chunks(rows::AT_ONCE) {
        let some: Vec<(i64, i32)> = member_numbers::table
            .filter(member_numbers::pseudonym.eq_any(chunk))
            .select((member_numbers::pseudonym, member_numbers::number))
            .load(conn)?;
        found.extend(some.into_iter().map(|(pseudonym, number)| (pseudonym, small(number))));
    }
    Ok(found)
}

fn all(conn: &mut Conn) -> Result<Numbers> {
    let rows: Vec<(i64, i32)> = member_numbers::table
        .select((member_numbers::pseudonym, member_numbers::number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(pseudonym, number)| (pseudonym, small(number))).collect())
}

/// The pseudonym behind each number.
pub(crate) fn names(conn: &mut Conn) -> Result<HashMap<u32, i64>> {
    Ok(all(conn)?.into_iter().map(|(pseudonym, number)| (number, pseudonym)).collect())
}

#[derive(QueryableByName)]
struct Numbered {
    #[diesel(sql_type = Integer)]
    number: i32,
}

fn numbers_of(conn: &mut Conn, sql: &str) -> Result<HashSet<u32>> {
    let rows: Vec<Numbered> = database::sql(sql).load(conn)?;
    Ok(rows.into_iter().map(|row| small(row.number)).collect())
}

/// Who belongs to the community team now. History that was imported before the team
/// was marked does not know it, so figures that split the team off ask both the fact
/// and this.
pub(crate) fn team(conn: &mut Conn) -> Result<HashSet<u32>> {
    numbers_of(
        conn,
        "select n.number from people p join pseudonyms s on s.person_id = p.id
            join member_numbers n on n.pseudonym = s.pseudonym where p.team",
    )
}

/// Those whose first active day is on or before a day.
pub(crate) fn there_since(conn: &mut Conn, day: i32) -> Result<HashSet<u32>> {
    let rows: Vec<Numbered> = database::sql(
        "select n.number from member_states s join member_numbers n on n.pseudonym = s.pseudonym
        where s.first_day <= $1",
    )
    .bind::<Integer, _>(day)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| small(row.number)).collect())
}

/// Somebody who may take part.
pub(crate) struct Eligible {
    pub number: Option<u32>,
    pub department: i64,
    pub team: bool,
    pub joined: bool,
}

#[derive(QueryableByName)]
struct EligibleRow {
    #[diesel(sql_type = Nullable<Integer>)]
    number: Option<i32>,
    #[diesel(sql_type = BigInt)]
    department: i64,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    team: bool,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    joined: bool,
}

/// Everybody who may take part: known here, not suspended, not forgotten, no bot.
pub(crate) fn eligible(conn: &mut Conn) -> Result<Vec<Eligible>> {
    let rows: Vec<EligibleRow> = database::sql(
        "select n.number, coalesce(p.department_id, 0) as department, p.team,
            p.joined_at is not null as joined
        from people p
        left join pseudonyms s on s.person_id = p.id
        left join member_numbers n on n.pseudonym = s.pseudonym
        where not p.bot and p.state in ('placeholder', 'invited', 'active')",
    )
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Eligible {
            number: row.number.map(small),
            department: row.department,
            team: row.team,
            joined: row.joined,
        })
        .collect())
}

/// Who is left out of models about persons: the community team now, and whoever objected.
pub(crate) fn left_out(conn: &mut Conn) -> Result<HashSet<u32>> {
    numbers_of(
        conn,
        "select n.number from people p join pseudonyms s on s.person_id = p.id
            join member_numbers n on n.pseudonym = s.pseudonym where p.team or p.objected",
    )
}
