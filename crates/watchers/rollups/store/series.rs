//! Activity over time (SCIENCE.md 1.1).

use super::kept::{self, Figure, Numbers};
use super::{reach, team};
use crate::event::Counts;
use crate::window::Window;
use database::Conn;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};
use language::{Day, Result};
use std::collections::{BTreeMap, HashMap};

/// One day of the community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFigures {
    /// The day.
    pub day: Day,
    /// Members active that day, the team left out.
    pub active: i64,
    /// Members active in the seven days up to it.
    pub week: i64,
    /// Members active in the 28 days up to it.
    pub month: i64,
    /// What members did that day.
    pub counts: Counts,
}

#[derive(QueryableByName)]
struct Gap {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(sql_type = Nullable<Integer>)]
    gap: Option<i32>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

#[derive(QueryableByName)]
struct DayCounts {
    #[diesel(sql_type = Integer)]
    day: i32,
    #[diesel(embed)]
    counts: Counts,
}

/// The name of the figure that is kept.
pub(crate) const DAYS: &str = "days";

impl DayFigures {
    fn numbers(&self) -> Numbers {
        let mut numbers = vec![self.active, self.week, self.month];
        numbers.extend(self.counts.columns());
        numbers
    }

    fn from_numbers(day: Day, numbers: &[i64]) -> Option<Self> {
        let &[active, week, month, ref counts @ ..] = numbers else { return None };
        Some(Self { day, active, week, month, counts: Counts::from_columns(counts)? })
    }
}

/// Every day of a window: distinct members active that day and in the 7 and 28 days
/// up to it, and what they did. Days that are over are [kept](crate::keep) ready, and
/// the present day is had from everybody's last day.
///
/// # Errors
/// A fault of the database.
pub fn days(conn: &mut Conn, window: Window) -> Result<Vec<DayFigures>> {
    let kept = kept::range(conn, DAYS, window.from, window.to)?;
    let mut known: BTreeMap<Day, DayFigures> = kept
        .iter()
        .filter_map(|(day, numbers)| Some((*day, DayFigures::from_numbers(*day, numbers)?)))
        .collect();
    let missing = || (window.from.0..=window.to.0).map(Day).filter(|day| !known.contains_key(day));
    if let (Some(from), Some(to)) = (missing().next(), missing().next_back()) {
        let counted = match kept::present(conn)? {
            Some(present) if from == to && present <= to => vec![count_present(conn, to)?],
            _ => count_days(conn, Window { from, to })?,
        };
        known.extend(counted.into_iter().map(|figures| (figures.day, figures)));
    }
    Ok(known.into_values().collect())
}

/// The same, to be kept.
pub(crate) fn day_figures(conn: &mut Conn, window: Window) -> Result<Vec<Figure>> {
    let days = count_days(conn, window)?;
    Ok(days.iter().map(|one| Figure { end: one.day, name: DAYS, numbers: one.numbers() }).collect())
}

/// Somebody active on day d and next on day d + g is counted in the 28 days up to
/// each of d … d + min(g, 28) − 1, and once: so the gaps between active days give
/// every rolling count without keeping sets of people.
fn count_days(conn: &mut Conn, window: Window) -> Result<Vec<DayFigures>> {
    let team = team("pseudonym");
    let from = window.from.0 - 27;
    let gaps: Vec<Gap> = database::sql(format!(
        "select day, gap, count(*) as people from (
            select day, lead(day) over (partition by pseudonym order by day) - day as gap
            from (select day, pseudonym from member_days
                where day between $1 and $2 and actor_kind <> 2 and not {team}
                group by day, pseudonym) d) g
        group by day, gap"
    ))
    .bind::<Integer, _>(from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    let counts = counts_of(conn, window)?;
    let [active, week, month] = [1, 7, 28].map(|length| rolling(&gaps, from, window.to.0, length));
    Ok((window.from.0..=window.to.0)
        .map(|day| {
            let at = usize::try_from(day - from).unwrap_or(0);
            DayFigures {
                day: Day(day),
                active: active[at],
                week: week[at],
                month: month[at],
                counts: counts.get(&day).copied().unwrap_or_default(),
            }
        })
        .collect())
}

/// The last day with facts, from everybody's last day: what [`count_days`] would say,
/// but for somebody who changed between member and team.
fn count_present(conn: &mut Conn, day: Day) -> Result<DayFigures> {
    let pulse = reach::pulse(conn, day)?;
    let counts = counts_of(conn, Window { from: day, to: day })?;
    Ok(DayFigures {
        day,
        active: pulse.day,
        week: pulse.week,
        month: pulse.month,
        counts: counts.get(&day.0).copied().unwrap_or_default(),
    })
}

/// What members did, by day.
fn counts_of(conn: &mut Conn, window: Window) -> Result<HashMap<i32, Counts>> {
    let team = team("pseudonym");
    let counts: Vec<DayCounts> = database::sql(format!(
        "select day, sum(acts) as acts, sum(posts) as posts, sum(replies) as replies,
            sum(reactions) as reactions, sum(answers) as answers, sum(contacts) as contacts
        from member_days where day between $1 and $2 and actor_kind <> 2 and not {team}
        group by day"
    ))
    .bind::<Integer, _>(window.from)
    .bind::<Integer, _>(window.to)
    .load(conn)?;
    Ok(counts.into_iter().map(|c| (c.day, c.counts)).collect())
}

/// How many people have an active day in the `length` days up to each day.
fn rolling(gaps: &[Gap], from: i32, to: i32, length: i32) -> Vec<i64> {
    let size = usize::try_from(to - from + 1).unwrap_or(0);
    let mut change = vec![0_i64; size + 1];
    for one in gaps {
        let start = usize::try_from(one.day - from).unwrap_or(size);
        let covered = usize::try_from(one.gap.unwrap_or(length).min(length)).unwrap_or(0);
        if let Some(entry) = change.get_mut(start) {
            *entry += one.people;
        }
        change[(start + covered).min(size)] -= one.people;
    }
    let mut running = 0;
    change
        .iter()
        .take(size)
        .map(|step| {
            running += step;
            running
        })
        .collect()
}
