//! How often people come and what they make, person by person (SCIENCE.md 1.1, 1.3,
//! 2.3 and 3.6).

use super::kept::{self, Figure, Numbers};
use super::{blocks, numbers, team};
use crate::event::{Counts, STAFF};
use crate::packed::Acts;
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use language::{Day, Pseudonym, Result};
use std::collections::HashMap;

/// The names of the figures that are kept.
pub(crate) const SETTLED: &str = "settled";
pub(crate) const CONTRIBUTORS: &str = "contributors";

/// What stickiness is made of: members who were there at least 28 days ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Active settled members of each of the 28 days, oldest first.
    pub daily: Vec<(Day, i64)>,
    /// Settled members active at least once in these 28 days.
    pub month: i64,
}

#[derive(QueryableByName)]
struct DayPeople {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

/// The inputs of stickiness over the 28 days up to `end`. Members whose first active
/// day lies within them are left out: they could not have been there every day.
///
/// # Errors
/// A fault of the database.
pub fn settled(conn: &mut Conn, end: Day) -> Result<Settled> {
    if let Some(kept) = kept::find(conn, SETTLED, end)?
        && let Some((month, daily)) = kept.split_first()
    {
        let days = (Window::month_to(end).from.0..).map(Day);
        return Ok(Settled { daily: days.zip(daily.iter().copied()).collect(), month: *month });
    }
    count_settled(conn, end)
}

fn count_settled(conn: &mut Conn, end: Day) -> Result<Settled> {
    let window = Window::month_to(end);
    let mut settled = numbers::there_since(conn, window.from.0)?;
    for member in numbers::team(conn)? {
        settled.remove(&member);
    }
    let mut daily = vec![0; usize::try_from(window.days()).unwrap_or(0)];
    let mut last: HashMap<u32, i32> = HashMap::new();
    blocks::read(conn, window, |day, acts: &Acts| {
        if acts.kind == STAFF || !settled.contains(&acts.member) {
            return;
        }
        if last.insert(acts.member, day) != Some(day)
            && let Some(people) =
                usize::try_from(day - window.from.0).ok().and_then(|at| daily.get_mut(at))
        {
            *people += 1;
        }
    })?;
    Ok(Settled {
        daily: (window.from.0..).map(Day).zip(daily).collect(),
        month: i64::try_from(last.len()).unwrap_or(i64::MAX),
    })
}

/// What one person made in a window. The pseudonym only settles ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contributor {
    /// Who, for nobody to see.
    pub pseudonym: Pseudonym,
    /// Belongs to the community team, then or now.
    pub staff: bool,
    /// What they did.
    pub counts: Counts,
}

/// Everybody who contributed in a window, for Gini, top shares and the bus factor.
/// Who was connected and contributed nothing is not in it: see [`super::reach`].
///
/// # Errors
/// A fault of the database.
pub fn contributors(conn: &mut Conn, window: Window) -> Result<Vec<Contributor>> {
    if window == Window::month_to(window.to)
        && let Some(kept) = kept::find(conn, CONTRIBUTORS, window.to)?
    {
        return Ok(kept.chunks(8).filter_map(Contributor::from_numbers).collect());
    }
    count_contributors(conn, window)
}

/// The figures of the 28 days up to `end` that are not kept yet.
pub(crate) fn month_figures(conn: &mut Conn, end: Day) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    if kept::ends(conn, SETTLED, end, end)?.is_empty() {
        let settled = count_settled(conn, end)?;
        let mut numbers = vec![settled.month];
        numbers.extend(settled.daily.iter().map(|(_, people)| people));
        figures.push(Figure { end, name: SETTLED, numbers });
    }
    if kept::ends(conn, CONTRIBUTORS, end, end)?.is_empty() {
        let numbers = count_contributors(conn, Window::month_to(end))?
            .iter()
            .flat_map(Contributor::numbers)
            .collect();
        figures.push(Figure { end, name: CONTRIBUTORS, numbers });
    }
    Ok(figures)
}

impl Contributor {
    fn numbers(&self) -> Numbers {
        let mut numbers = vec![self.pseudonym.0, self.staff.into()];
        numbers.extend(self.counts.columns());
        numbers
    }

    fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let &[pseudonym, staff, ref counts @ ..] = numbers else { return None };
        let counts = Counts::from_columns(counts)?;
        Some(Self { pseudonym: Pseudonym(pseudonym), staff: staff == 1, counts })
    }
}

fn count_contributors(conn: &mut Conn, window: Window) -> Result<Vec<Contributor>> {
    let team = numbers::team(conn)?;
    let mut sums: HashMap<u32, (bool, Counts)> = HashMap::new();
    blocks::read(conn, window, |_, acts: &Acts| {
        if acts.counts.contributions() > 0 {
            let (staff, counts) = sums.entry(acts.member).or_default();
            *staff |= acts.kind == STAFF || team.contains(&acts.member);
            counts.add(&acts.counts, 1);
        }
    })?;
    let names = numbers::names(conn)?;
    let mut people: Vec<Contributor> = sums
        .into_iter()
        .filter_map(|(member, (staff, counts))| {
            Some(Contributor { pseudonym: Pseudonym(*names.get(&member)?), staff, counts })
        })
        .collect();
    people.sort_unstable_by_key(|one| one.pseudonym);
    Ok(people)
}

/// How often somebody comes: the inputs of "dormant by their own rhythm" (SCIENCE.md
/// 2.3). Shown only as counts by group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Rhythm {
    /// Who.
    #[diesel(sql_type = BigInt)]
    pub pseudonym: Pseudonym,
    /// Their department at their last act; 0 for none.
    #[diesel(sql_type = BigInt)]
    pub department: i64,
    /// Their first active day.
    #[diesel(sql_type = Integer)]
    pub first_day: Day,
    /// Their last one.
    #[diesel(sql_type = Integer)]
    pub last_day: Day,
    /// How many active days, the first included.
    #[diesel(sql_type = Integer)]
    pub active_days: i32,
}

/// The rhythm of every member. Left out: the team, and whoever objected to models
/// about persons.
///
/// # Errors
/// A fault of the database.
pub fn rhythms(conn: &mut Conn) -> Result<Vec<Rhythm>> {
    Ok(database::sql(
        "select pseudonym, department_id as department, first_day, last_day, active_days
        from member_states m
        where actor_kind <> 2 and not exists (
            select 1 from pseudonyms s join people p on p.id = s.person_id
            where s.pseudonym = m.pseudonym and (p.team or p.objected))
        order by pseudonym",
    )
    .load(conn)?)
}

/// How many members had their first active day on each day that had any: the
/// adoption curve (SCIENCE.md 1.3) and the sizes of cohorts (2.1).
///
/// # Errors
/// A fault of the database.
pub fn first_days(conn: &mut Conn, window: Window) -> Result<Vec<(Day, i64)>> {
    let team = team("pseudonym");
    let rows: Vec<DayPeople> = database::sql(format!(
        "select first_day as day, count(*) as people from member_states
        where first_day between $1 and $2 and actor_kind <> 2 and not {team}
        group by first_day order by first_day"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (Day(row.day), row.people)).collect())
}

#[derive(QueryableByName)]
struct InvitedRow {
    #[diesel(sql_type = BigInt)]
    target: i64,
    #[diesel(sql_type = diesel::sql_types::Bool)]
    by_team: bool,
}

/// Of the members whose first active day lies in a window and whom somebody invited in the
/// half year before: whether the team did (the last who invited counts). For the weekly
/// figures, not for a page: invitations are looked for in the log.
///
/// # Errors
/// A fault of the database.
pub fn invited_by_team(conn: &mut Conn, window: Window) -> Result<Vec<bool>> {
    let (by_team, newcomer) = (team("f.actor"), team("m.pseudonym"));
    let rows: Vec<InvitedRow> = database::sql(format!(
        "select f.target, (f.actor_kind = 2 or {by_team}) as by_team
        from facts f join member_states m on m.pseudonym = f.target
        where f.day >= $1 - 182 and f.day <= $2 and f.verb = 1 and f.actor is not null
            and m.first_day >= $1 and m.first_day <= $2 and f.day <= m.first_day
            and m.actor_kind <> 2 and not {newcomer}
        order by f.target, f.day, f.id"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(rows
        .chunk_by(|a, b| a.target == b.target)
        .filter_map(|of_one| of_one.last())
        .map(|row| row.by_team)
        .collect())
}
