//! Reports of what does not belong here (SCIENCE 3.5). Counts and hours only: no score of a person,
//! no reading of emotions.

use crate::interval::{Interval, garwood};
use crate::invalid::Invalid;
use crate::proportion::{Basis, Share};
use crate::survival::{Curve, Observed, kaplan_meier};

/// One report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Report {
    /// Hours from the report to the decision, or until now without one.
    pub hours: f64,
    /// Whether it was upheld; `None` while undecided.
    pub upheld: Option<bool>,
}

/// Reports over a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Reports {
    /// How many reports.
    pub reports: u64,
    /// Posts in the same period.
    pub posts: u64,
    /// Reports per 1,000 posts with Garwood's 95% range; `None` without posts.
    pub per_thousand: Option<(f64, Interval)>,
    /// Upheld, of those decided.
    pub upheld: Share,
    /// Hours to the decision; undecided reports are censored.
    pub deciding: Curve,
}

/// Measures reports over a period with so many posts.
///
/// # Errors
/// [`Invalid::NotFinite`] for hours that are negative or not numbers.
pub fn reports(reports: &[Report], posts: u64) -> Result<Reports, Invalid> {
    let observed: Vec<Observed> =
        reports.iter().map(|r| Observed { time: r.hours, happened: r.upheld.is_some() }).collect();
    let decided = reports.iter().filter(|r| r.upheld.is_some()).count() as u64;
    let upheld = reports.iter().filter(|r| r.upheld == Some(true)).count() as u64;
    let count = reports.len() as u64;
    let per_thousand = if posts > 0 { Some(garwood(count, posts as f64 / 1000.0)?) } else { None };
    Ok(Reports {
        reports: count,
        posts,
        per_thousand,
        upheld: Share::counted(upheld, decided, Basis::Estimate),
        deciding: kaplan_meier(&observed)?,
    })
}
