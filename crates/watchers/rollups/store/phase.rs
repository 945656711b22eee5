//! Contributions per week, for the phase (SCIENCE.md §6).

use super::kept::{self, Figure, Numbers};
use super::{blocks, numbers};
use crate::event::STAFF;
use crate::packed::Acts;
use crate::window::{Window, closed_week_end};
use database::Conn;
use language::{Day, Result};
use std::collections::{BTreeMap, HashMap};

/// The name of the figure that is kept.
pub(crate) const PHASE: &str = "phase";

/// The contributions of the 28 days up to the end of one week, per contributor: what
/// the phase is judged on (SCIENCE.md §6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseWeek {
    /// The Sunday that ends it.
    pub end: Day,
    /// One entry per contributor, in no order that tells who.
    pub contributors: Vec<Share>,
}

/// What one contributor made, by the capacity in which they made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Share {
    /// Contributions as a member or guest.
    pub by_member: i64,
    /// Contributions as the community team.
    pub by_staff: i64,
}

/// The last `weeks` closed weeks before `today`, oldest first, each with the
/// contributions of its 28 days. Whoever is in the team now counts as team in all of
/// them: imported history does not know it yet.
///
/// # Errors
/// A fault of the database.
pub fn phase_weeks(conn: &mut Conn, today: Day, weeks: i32) -> Result<Vec<PhaseWeek>> {
    let last = closed_week_end(today);
    let from = last.plus((1 - weeks.max(1)) * 7);
    let kept = kept::range(conn, PHASE, from, last)?;
    let mut known: BTreeMap<Day, PhaseWeek> = kept
        .into_iter()
        .map(|(end, numbers)| (end, PhaseWeek::from_numbers(end, &numbers)))
        .collect();
    let wanted = || (0..weeks.max(1)).map(|week| from.plus(week * 7));
    if let Some(missing) = wanted().find(|end| !known.contains_key(end)) {
        let count = (last.0 - missing.0) / 7 + 1;
        let counted = count_phase_weeks(conn, last, count)?;
        known.extend(counted.into_iter().map(|week| (week.end, week)));
    }
    Ok(known.into_values().collect())
}

/// Those of the last `weeks` closed weeks that are not kept yet.
pub(crate) fn phase_figures(conn: &mut Conn, today: Day, weeks: i32) -> Result<Vec<Figure>> {
    let last = closed_week_end(today);
    let from = last.plus((1 - weeks) * 7);
    let known = kept::ends(conn, PHASE, from, last)?;
    let wanted = (0..weeks).map(|week| from.plus(week * 7));
    let Some(missing) = wanted.into_iter().find(|end| !known.contains(end)) else {
        return Ok(Vec::new());
    };
    let counted = count_phase_weeks(conn, last, (last.0 - missing.0) / 7 + 1)?;
    Ok(counted
        .iter()
        .map(|week| Figure { end: week.end, name: PHASE, numbers: week.numbers() })
        .collect())
}

impl PhaseWeek {
    /// How many contributors made how much: many made the same.
    fn numbers(&self) -> Numbers {
        let mut counts: BTreeMap<Share, i64> = BTreeMap::new();
        for share in &self.contributors {
            *counts.entry(*share).or_default() += 1;
        }
        counts
            .into_iter()
            .flat_map(|(share, people)| [share.by_member, share.by_staff, people])
            .collect()
    }

    pub(crate) fn from_numbers(end: Day, numbers: &[i64]) -> Self {
        let contributors = numbers
            .as_chunks::<3>()
            .0
            .iter()
            .flat_map(|&[by_member, by_staff, people]| {
                let people = usize::try_from(people).unwrap_or(0);
                std::iter::repeat_n(Share { by_member, by_staff }, people)
            })
            .collect();
        Self { end, contributors }
    }
}

/// The `weeks` weeks that end with `last`.
fn count_phase_weeks(conn: &mut Conn, last: Day, weeks: i32) -> Result<Vec<PhaseWeek>> {
    // The first of them needs the three weeks before it.
    let window = Window::last((weeks + 3) * 7, last);
    let team = numbers::team(conn)?;
    let size = usize::try_from(weeks).unwrap_or(1);
    let mut shares: Vec<HashMap<u32, Share>> = vec![HashMap::new(); size];
    blocks::read(conn, window, |day, acts: &Acts| {
        let made = acts.counts.contributions();
        if made == 0 {
            return;
        }
        let staff = acts.kind == STAFF || team.contains(&acts.member);
        let week = (day - window.from.0) / 7;
        // Week w of the window counts in the months that end 0 to 3 weeks later.
        for end in week..=week + 3 {
            let Some(month) = usize::try_from(end - 3).ok().and_then(|at| shares.get_mut(at))
            else {
                continue;
            };
            let share = month.entry(acts.member).or_default();
            if staff {
                share.by_staff += made;
            } else {
                share.by_member += made;
            }
        }
    })?;
    Ok((0..)
        .zip(shares)
        .map(|(number, month)| {
            let mut contributors: Vec<Share> = month.into_values().collect();
            contributors.sort_unstable();
            PhaseWeek { end: last.plus((number + 1 - weeks) * 7), contributors }
        })
        .collect())
}
