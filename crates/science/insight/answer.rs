//! Does everyone get an answer, how fast, and from whom (SCIENCE 3.1).

use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};
use crate::survival::{Curve, Observed, kaplan_meier};

/// A question or the start of a thread. Times are hours since it was opened, by the wall clock or
/// in service hours ([`service_hours`]). Replies by the opener do not count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opener {
    /// Its age at the cut-off.
    pub age: f64,
    /// The first reply by a member outside the community team.
    pub member: Option<f64>,
    /// The first reply by the community team.
    pub staff: Option<f64>,
    /// When it was closed to replies.
    pub closed: Option<f64>,
}

/// By whom an answer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever came first.
    Anyone,
    /// Members only.
    Members,
    /// The community team only.
    Staff,
}

impl Opener {
    /// Time to the first answer, or how long it has waited without one: until the cut-off or
    /// until it was closed. Answers after the cut-off are not known yet.
    #[must_use]
    pub fn observed(&self, by: By) -> Observed {
        let first = match by {
            By::Members => self.member,
            By::Staff => self.staff,
            By::Anyone => [self.member, self.staff].into_iter().flatten().min_by(f64::total_cmp),
        };
        match first.filter(|&hours| hours <= self.age) {
            Some(hours) => Observed::happened(hours),
            None => Observed::censored(self.closed.map_or(self.age, |c| c.min(self.age))),
        }
    }
}

/// How openers were answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// By whom an answer counted.
    pub by: By,
    /// Answered at all by the cut-off, of all openers.
    pub answered: Share,
    /// Time to the first answer; unanswered openers are censored. The median of answered openers
    /// alone would flatter.
    pub waiting: Curve,
    /// Within how many hours.
    pub hours: f64,
    /// Answered within `hours`, of the openers that are at least that old (the mature cohort).
    pub within: Share,
    /// Not answered within `hours`, of the mature cohort.
    pub unanswered: Share,
}

impl Answers {
    /// Median hours to the first answer; `None` when fewer than half are answered in the time
    /// watched.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.waiting.median()
    }

    /// The chance of an answer within `hours`, from the whole curve. `None` when no opener was
    /// watched that long.
    #[must_use]
    pub fn chance_within(&self, hours: f64) -> Option<f64> {
        self.waiting.at(hours).map(|s| 1.0 - s)
    }
}

/// Measures answers at the cut-off, with `hours` (24 or 72) as the limit.
///
/// # Errors
/// [`Invalid::NotFinite`] for negative or undefined times.
pub fn answers(openers: &[Opener], by: By, hours: f64) -> Result<Answers, Invalid> {
    let observed: Vec<Observed> = openers.iter().map(|o| o.observed(by)).collect();
    let waiting = kaplan_meier(&observed)?;
    let pairs = || openers.iter().zip(&observed);
    let mature = pairs().filter(|(o, _)| o.age >= hours).count() as u64;
    let quick = pairs().filter(|(o, seen)| o.age >= hours && seen.happened && seen.time <= hours);
    let within = Share::counted(quick.count() as u64, mature, Basis::Estimate);
    let answered = observed.iter().filter(|o| o.happened).count() as u64;
    Ok(Answers {
        by,
        answered: Share::counted(answered, openers.len() as u64, Basis::Census),
        waiting,
        hours,
        within,
        unanswered: within.complement(),
    })
}

/// First hour of service on a working day.
pub const SERVICE_OPENS: f64 = 8.0;
/// End of service on a working day.
pub const SERVICE_CLOSES: f64 = 18.0;

/// Hours of service between two local times, given as hours since a Monday 00:00: Monday to
/// Friday from 8 to 18, without holidays. `holiday` is asked for the number of the day since that
/// Monday. Zero when `until` is not after `from`.
///
/// Local clock hours are meant: the night in which the clock changes lies outside service.
#[must_use]
pub fn service_hours(from: f64, until: f64, holiday: impl Fn(i64) -> bool) -> f64 {
    if !from.is_finite() || !until.is_finite() || until <= from {
        return 0.0;
    }
    let (first, last) = ((from / 24.0).floor() as i64, (until / 24.0).floor() as i64);
    (first..=last)
        .filter(|&day| day.rem_euclid(7) < 5 && !holiday(day))
        .map(|day| {
            let midnight = day as f64 * 24.0;
            let open = (midnight + SERVICE_OPENS).max(from);
            let close = (midnight + SERVICE_CLOSES).min(until);
            (close - open).max(0.0)
        })
        .sum()
}
