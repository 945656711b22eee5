//! Whom to ask as ambassador (SCIENCE 5).
//!
//! Not simply the most connected: in 32 villages tickets were redeemed by 74% via people whom
//! others had named as friends, 66% at random, 61% via the most connected (Kim and others 2015).
//! So nominations weigh most, and only who opted in is looked at.

use crate::invalid::Invalid;
use crate::roles::percentiles;
use std::collections::BTreeSet;

/// The fewest days somebody must be here.
pub const FEWEST_TENURE_DAYS: u32 = 90;
/// The fewest teams for a comparison of waves to be more than an indication.
pub const FEWEST_TEAMS: usize = 12;

/// Somebody who might be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Wants to be asked.
    pub opted_in: bool,
    /// Days since the first login.
    pub tenure_days: u32,
    /// Asleep by their own rhythm (see [`crate::dormancy`]).
    pub asleep: bool,
    /// How often named: "whose posts do you value?"
    pub nominations: u64,
    /// People of other departments they exchange with.
    pub partners: u64,
    /// Accepted answers.
    pub answers: u64,
    /// Weeks with an active day.
    pub weeks: u64,
}

impl Candidate {
    /// Whether the gates are open: opted in, 90 days here, not asleep.
    #[must_use]
    pub fn may_be_asked(&self) -> bool {
        self.opted_in && self.tenure_days >= FEWEST_TENURE_DAYS && !self.asleep
    }
}

/// One of the figures of a candidate.
type Figure = fn(&Candidate) -> u64;

/// The score of everybody who may be asked, 0 to 1: .35 nominations, .25 cross-department
/// partners, .25 accepted answers, .15 active weeks, each as mid-rank percentile among those who
/// may be asked. `None` for the others: their figures are not used at all.
#[must_use]
pub fn scores(candidates: &[Candidate]) -> Vec<Option<f64>> {
    const PARTS: [(f64, Figure); 4] = [
        (0.35, |c| c.nominations),
        (0.25, |c| c.partners),
        (0.25, |c| c.answers),
        (0.15, |c| c.weeks),
    ];
    let asked: Vec<&Candidate> = candidates.iter().filter(|c| c.may_be_asked()).collect();
    let mut sums = vec![0.0; asked.len()];
    for (weight, figure) in PARTS {
        let values: Vec<f64> = asked.iter().map(|c| figure(c) as f64).collect();
        // Counts are finite.
        let ranks = percentiles(&values).unwrap_or_default();
        sums.iter_mut().zip(ranks).for_each(|(sum, rank)| *sum += weight * rank);
    }
    let mut sums = sums.into_iter();
    candidates.iter().map(|c| if c.may_be_asked() { sums.next() } else { None }).collect()
}

/// Chooses up to `most` people so that together they reach as many as possible: each time the one
/// who adds most, equal ones by score, then by place in the list. At least 63% of the best
/// possible (Nemhauser, Wolsey & Fisher 1978). Stops when nobody adds anything. `reach` holds the
/// departments or people whom each reaches.
///
/// # Errors
/// [`Invalid::LengthsDiffer`] unless there is a score for each; who has none is not chosen.
pub fn coverage(
    reach: &[BTreeSet<u64>],
    scores: &[Option<f64>],
    most: usize,
) -> Result<Vec<usize>, Invalid> {
    if reach.len() != scores.len() {
        return Err(Invalid::LengthsDiffer);
    }
    let mut covered: BTreeSet<u64> = BTreeSet::new();
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < most {
        let next = scores
            .iter()
            .enumerate()
            .filter_map(|(i, score)| {
                score.map(|score| (reach[i].difference(&covered).count(), score, i))
            })
            .filter(|(adds, _, _)| *adds > 0)
            // The last of equals wins a maximum, so places count backwards.
            .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)));
        let Some((_, _, person)) = next else {
            break;
        };
        covered.extend(&reach[person]);
        chosen.push(person);
    }
    Ok(chosen)
}
