//! What the first page of the cockpit asks of days that are over, in one statement.

use super::kept::{self, Figure};
use super::phase::{PHASE, PhaseWeek, phase_weeks};
use super::reach::{Reach, reach_at};
use super::series::{DAYS, DayFigures, days_at};
use crate::event::Counts;
use crate::window::{Window, closed_week_end};
use database::Conn;
use language::{Day, Result};

/// The name of the figure that is kept: reach over 28 days of the past.
pub(crate) const MONTH: &str = "month_reach";

/// Closed weeks, and the month before this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Front {
    /// The day that ends each week, oldest first.
    pub days: Vec<DayFigures>,
    /// Contributions of the 28 days up to the end of each week, oldest first.
    pub weeks: Vec<PhaseWeek>,
    /// Reach over the 28 days that ended 28 days ago.
    pub before: Reach,
}

/// The last `weeks` closed weeks before `today` and the month before this one. What is not
/// [kept](crate::keep) ready is counted, which takes more statements.
///
/// # Errors
/// A fault of the database.
pub fn front(conn: &mut Conn, today: Day, weeks: i32, present: Option<Day>) -> Result<Front> {
    let last = closed_week_end(today);
    let from = last.plus(-7 * (weeks - 1));
    let month = today.plus(-28);
    let kept = kept::front(conn, from.min(month), last.max(month), last)?;
    let of = |name: &'static str| kept.iter().filter(move |one| one.name == name);
    let days: Vec<DayFigures> = of(DAYS)
        .filter(|one| one.end_day >= from)
        .filter_map(|one| DayFigures::from_numbers(one.end_day, &kept::parse(&one.figures)))
        .collect();
    let known: Vec<PhaseWeek> = of(PHASE)
        .filter(|one| one.end_day >= from)
        .map(|one| PhaseWeek::from_numbers(one.end_day, &kept::parse(&one.figures)))
        .collect();
    let before = of(MONTH)
        .find(|one| one.end_day == month)
        .and_then(|one| Reach::from_numbers(&kept::parse(&one.figures)));
    let wanted = usize::try_from(weeks).unwrap_or(0);
    let whole = known.len() == wanted;
    Ok(Front {
        days: if whole {
            // Weeks are kept after days, also those before anything happened: a day that is
            // not kept is one of those.
            with_quiet_weeks(&days, from, weeks)
        } else {
            let all = days_at(conn, Window { from, to: last }, present)?;
            all.into_iter().filter(|one| (last.0 - one.day.0) % 7 == 0).collect()
        },
        weeks: if whole { known } else { phase_weeks(conn, today, weeks)? },
        before: match before {
            Some(before) => before,
            None => reach_at(conn, Window::month_to(month), present)?,
        },
    })
}

/// The day that ends each of some weeks; nothing happened in those that are not known.
fn with_quiet_weeks(known: &[DayFigures], from: Day, weeks: i32) -> Vec<DayFigures> {
    (0..weeks)
        .map(|week| from.plus(7 * week))
        .map(|day| {
            let found = known.iter().find(|one| one.day == day).copied();
            let counts = Counts::default();
            found.unwrap_or(DayFigures { day, active: 0, week: 0, month: 0, counts })
        })
        .collect()
}

/// The month that the front of `today` compares with, if it is not kept yet.
pub(crate) fn month_figure(conn: &mut Conn, today: Day) -> Result<Vec<Figure>> {
    let end = today.plus(-28);
    if !kept::ends(conn, MONTH, end, end)?.is_empty() {
        return Ok(Vec::new());
    }
    let present = kept::present(conn)?;
    let reach = reach_at(conn, Window::month_to(end), present)?;
    Ok(vec![Figure { end, name: MONTH, numbers: reach.numbers() }])
}
