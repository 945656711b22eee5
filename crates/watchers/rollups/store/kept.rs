//! `kept_figures`: figures about days that are over, worked out once.

use crate::Rollups;
use database::{Conn, Tx};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};
use language::{Day, Result};
use schema::{followers, kept_figures, member_blocks};
use std::collections::BTreeMap;

/// Whole numbers that stand for a figure; what they mean its reader knows.
pub(crate) type Numbers = Vec<i64>;

/// A figure to be kept.
#[derive(Debug)]
pub(crate) struct Figure {
    pub end: Day,
    pub name: &'static str,
    pub numbers: Numbers,
}

pub(crate) fn parse(text: &str) -> Numbers {
    text.split_ascii_whitespace().filter_map(|word| word.parse().ok()).collect()
}

/// The figure of this name about the days up to `end`, if it is kept.
pub(crate) fn find(conn: &mut Conn, name: &str, end: Day) -> Result<Option<Numbers>> {
    let text: Option<String> = kept_figures::table
        .filter(kept_figures::end_day.eq(end))
        .filter(kept_figures::name.eq(name))
        .select(kept_figures::figures)
        .first(conn)
        .optional()?;
    Ok(text.map(|text| parse(&text)))
}

/// Those of a row of days.
pub(crate) fn range(
    conn: &mut Conn,
    name: &str,
    from: Day,
    to: Day,
) -> Result<BTreeMap<Day, Numbers>> {
    let rows: Vec<(Day, String)> = kept_figures::table
        .filter(kept_figures::end_day.between(from, to))
        .filter(kept_figures::name.eq(name))
        .select((kept_figures::end_day, kept_figures::figures))
        .load(conn)?;
    Ok(rows.into_iter().map(|(day, text)| (day, parse(&text))).collect())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Integer)]
    end_day: Day,
    #[diesel(sql_type = Text)]
    figures: String,
}

/// Those of every so many days of a row.
pub(crate) fn every(
    conn: &mut Conn,
    name: &str,
    from: Day,
    to: Day,
    step: i32,
) -> Result<BTreeMap<Day, Numbers>> {
    let rows: Vec<Row> = database::sql(
        "select end_day, figures from kept_figures
        where end_day >= $1 and end_day <= $2 and name = $3 and (end_day - $1) % $4 = 0",
    )
    .bind::<Integer, _>(from)
    .bind::<Integer, _>(to)
    .bind::<Text, _>(name)
    .bind::<Integer, _>(step)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.end_day, parse(&row.figures))).collect())
}

/// A figure as it is kept.
#[derive(QueryableByName)]
pub(crate) struct Named {
    #[diesel(sql_type = Integer)]
    pub end_day: Day,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    pub figures: String,
}

/// What the front of the cockpit is made from: the days that end weeks, the weeks of the
/// phase, and months. Oldest first.
pub(crate) fn front(conn: &mut Conn, from: Day, to: Day, sunday: Day) -> Result<Vec<Named>> {
    Ok(database::sql(
        "select end_day, name, figures from kept_figures
        where end_day >= $1 and end_day <= $2
            and (name in ('phase', 'month_reach') or name = 'days' and ($3 - end_day) % 7 = 0)
        order by end_day",
    )
    .bind::<Integer, _>(from)
    .bind::<Integer, _>(to)
    .bind::<Integer, _>(sunday)
    .load(conn)?)
}

/// On which of a row of days a figure ends.
pub(crate) fn ends(conn: &mut Conn, name: &str, from: Day, to: Day) -> Result<Vec<Day>> {
    Ok(kept_figures::table
        .filter(kept_figures::end_day.between(from, to))
        .filter(kept_figures::name.eq(name))
        .order(kept_figures::end_day)
        .select(kept_figures::end_day)
        .load(conn)?)
}

/// Takes away every figure about `day` or later days.
pub(crate) fn forget_from(tx: &mut Tx<'_>, day: i32) -> Result<()> {
    diesel::delete(kept_figures::table.filter(kept_figures::end_day.ge(Day(day))))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes away the figures of this name about days before `day`.
pub(crate) fn forget_before(tx: &mut Tx<'_>, name: &str, day: Day) -> Result<()> {
    diesel::delete(
        kept_figures::table
            .filter(kept_figures::end_day.lt(day))
            .filter(kept_figures::name.eq(name)),
    )
    .execute(&mut **tx)?;
    Ok(())
}

/// Keeps some figures, in place of those that stand there.
pub(crate) fn write(tx: &mut Tx<'_>, figures: &[Figure]) -> Result<()> {
    for figure in figures {
        let words: Vec<String> = figure.numbers.iter().map(i64::to_string).collect();
        database::sql(
            "insert into kept_figures (end_day, name, figures) values ($1, $2, $3)
            on conflict (end_day, name) do update set figures = excluded.figures",
        )
        .bind::<Integer, _>(figure.end)
        .bind::<Text, _>(figure.name)
        .bind::<Text, _>(words.join(" "))
        .execute(&mut **tx)?;
    }
    Ok(())
}

/// Where the follower stands.
pub(crate) fn position(conn: &mut Conn) -> Result<i64> {
    Ok(followers::table
        .filter(followers::name.eq(Rollups::NAME))
        .select(followers::position)
        .first(conn)
        .optional()?
        .unwrap_or(0))
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Whether nothing that the follower took since `position` can have changed a
/// figure about the days up to `end`.
pub(crate) fn undisturbed(conn: &mut Conn, before: i64, end: Day) -> Result<bool> {
    let now = position(conn)?;
    let found: Count = database::sql(
        "select count(*) as count from facts
        where position > $1 and position <= $2
            and (day <= $3 or verb = 21 or corrects is not null)",
    )
    .bind::<BigInt, _>(before)
    .bind::<BigInt, _>(now)
    .bind::<Integer, _>(end)
    .get_result(conn)?;
    // A rebuild sets the follower back.
    Ok(found.count == 0 && now >= before)
}

#[derive(QueryableByName)]
struct Behind {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Whether the read models hold every fact that has its place in the log.
///
/// # Errors
/// A fault of the database.
pub fn caught_up(conn: &mut Conn) -> Result<bool> {
    let at = position(conn)?;
    let behind: Behind = database::sql(
        "select count(*) as count from (select 1 as one from facts where position > $1 limit 1) f",
    )
    .bind::<BigInt, _>(at)
    .get_result(conn)?;
    Ok(behind.count == 0)
}

/// The first day on which anything counts.
///
/// # Errors
/// A fault of the database.
pub fn beginning(conn: &mut Conn) -> Result<Option<Day>> {
    Ok(member_blocks::table.select(diesel::dsl::min(member_blocks::day)).first(conn)?)
}

/// The last day on which anything counts.
///
/// # Errors
/// A fault of the database.
pub fn present(conn: &mut Conn) -> Result<Option<Day>> {
    Ok(member_blocks::table.select(diesel::dsl::max(member_blocks::day)).first(conn)?)
}

#[derive(QueryableByName)]
struct Member {
    #[diesel(sql_type = BigInt)]
    pseudonym: i64,
}

/// Who is in the community team now: figures that split it off change with it.
pub(crate) fn team_now(conn: &mut Conn) -> Result<Numbers> {
    let rows: Vec<Member> = database::sql(
        "select s.pseudonym from people p join pseudonyms s on s.person_id = p.id
        where p.team order by s.pseudonym",
    )
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.pseudonym).collect())
}
