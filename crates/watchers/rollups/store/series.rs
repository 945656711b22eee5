//! Activity over time (SCIENCE.md 1.1).

use super::kept::{self, Figure, Numbers};
use super::{blocks, numbers, reach};
use crate::event::{Counts, STAFF};
use crate::packed::Acts;
use crate::window::Window;
use database::Conn;
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

/// The name of the figure that is kept.
pub(crate) const DAYS: &str = "days";

impl DayFigures {
    fn numbers(&self) -> Numbers {
        let mut numbers = vec![self.active, self.week, self.month];
        numbers.extend(self.counts.columns());
        numbers
    }

    pub(crate) fn from_numbers(day: Day, numbers: &[i64]) -> Option<Self> {
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
    let present = kept::present(conn)?;
    days_at(conn, window, present)
}

/// The same where the last day with facts ([`crate::Standing::present`]) is known.
///
/// # Errors
/// A fault of the database.
pub fn days_at(conn: &mut Conn, window: Window, present: Option<Day>) -> Result<Vec<DayFigures>> {
    let kept = kept::range(conn, DAYS, window.from, window.to)?;
    let mut known: BTreeMap<Day, DayFigures> = kept
        .iter()
        .filter_map(|(day, numbers)| Some((*day, DayFigures::from_numbers(*day, numbers)?)))
        .collect();
    let missing = || (window.from.0..=window.to.0).map(Day).filter(|day| !known.contains_key(day));
    if let (Some(from), Some(to)) = (missing().next(), missing().next_back()) {
        let counted = match present {
            Some(present) if from == to && present <= to => vec![count_present(conn, to)?],
            _ => count_days(conn, Window { from, to })?,
        };
        known.extend(counted.into_iter().map(|figures| (figures.day, figures)));
    }
    Ok(known.into_values().collect())
}

/// The days of some weeks that end them, as far as they are [kept](crate::keep) ready, oldest
/// first: for series of weeks.
///
/// # Errors
/// A fault of the database.
pub fn week_ends(conn: &mut Conn, first: Day, last: Day) -> Result<Vec<DayFigures>> {
    let kept = kept::every(conn, DAYS, first, last, 7)?;
    Ok(kept.iter().filter_map(|(day, numbers)| DayFigures::from_numbers(*day, numbers)).collect())
}

/// The same, to be kept.
pub(crate) fn day_figures(conn: &mut Conn, window: Window) -> Result<Vec<Figure>> {
    let days = count_days(conn, window)?;
    Ok(days.iter().map(|one| Figure { end: one.day, name: DAYS, numbers: one.numbers() }).collect())
}

/// What a window says, day by day.
///
/// Somebody active on day d and next on day d + g is counted in the 28 days up to each
/// of d … d + min(g, 28) − 1, and once: so the gaps between active days give every
/// rolling count without keeping sets of people.
fn count_days(conn: &mut Conn, window: Window) -> Result<Vec<DayFigures>> {
    let team = numbers::team(conn)?;
    let from = window.from.0 - 27;
    let mut rolling = [1, 7, 28].map(|length| Rolling::new(from, window.to.0, length));
    let mut counts: HashMap<i32, Counts> = HashMap::new();
    // Each member's last active day so far.
    let mut last: HashMap<u32, i32> = HashMap::new();
    let all = Window { from: Day(from), to: window.to };
    blocks::read(conn, all, |day, acts: &Acts| {
        if acts.kind == STAFF || team.contains(&acts.member) {
            return;
        }
        if day >= window.from.0 {
            counts.entry(day).or_default().add(&acts.counts, 1);
        }
        let before = last.insert(acts.member, day);
        if before != Some(day) {
            for one in &mut rolling {
                one.active(day, before);
            }
        }
    })?;
    let [active, week, month] = rolling.map(Rolling::people);
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
    let team = numbers::team(conn)?;
    let mut counts: HashMap<i32, Counts> = HashMap::new();
    blocks::read(conn, window, |day, acts: &Acts| {
        if acts.kind != STAFF && !team.contains(&acts.member) {
            counts.entry(day).or_default().add(&acts.counts, 1);
        }
    })?;
    Ok(counts)
}

/// How many people have an active day in the `length` days up to each day.
struct Rolling {
    from: i32,
    length: i32,
    /// By how much the number changes on each day, and after the last one.
    change: Vec<i64>,
}

impl Rolling {
    fn new(from: i32, to: i32, length: i32) -> Self {
        let size = usize::try_from(to - from + 1).unwrap_or(0);
        Self { from, length, change: vec![0; size + 1] }
    }

    /// Somebody is active on `day`, and was last on `before`: from `day` on they count
    /// for `length` days, less those for which they counted already.
    fn active(&mut self, day: i32, before: Option<i32>) {
        let covered = before.map_or(day, |before| day.max(before + self.length));
        self.step(covered, 1);
        self.step(day + self.length, -1);
    }

    fn step(&mut self, day: i32, by: i64) {
        let end = self.change.len().saturating_sub(1);
        let at = usize::try_from(day - self.from).unwrap_or(0).min(end);
        if let Some(change) = self.change.get_mut(at) {
            *change += by;
        }
    }

    fn people(self) -> Vec<i64> {
        let mut running = 0;
        self.change
            .iter()
            .map(|step| {
                running += step;
                running
            })
            .collect()
    }
}
