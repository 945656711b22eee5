//! Which positive story to share with everyone (SCIENCE 10). The editor chooses from five;
//! popularity is not importance.

use crate::proportion::Share;
use crate::shrink::BetaPrior;
use crate::suppress::GroupMinimum;

/// After this many days a story counts half. Own choice.
pub const HALF_LIFE: f64 = 3.5;
/// How many are proposed.
pub const PROPOSED: usize = 5;
/// Fewest reactors for a story to be proposed.
pub const FEWEST_REACTORS: u64 = 2;
/// A department comes at most once in this many days.
pub const DEPARTMENT_AGAIN_AFTER: f64 = 28.0;

/// Reactors from one department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reactors {
    /// How many reacted.
    pub count: u64,
    /// How many members the department has.
    pub members: u64,
}

/// A story that could be shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Reactors of those who had it in view.
    pub share: Share,
    /// Days since it was posted.
    pub age: f64,
    /// Reactors by department.
    pub departments: Vec<Reactors>,
    /// The author's department.
    pub department: u64,
    /// Days since that department was in the highlight; `None` when never.
    pub department_last: Option<f64>,
    /// Whether it is a tagged win or a thanks, the author consents, no report is open and it is not
    /// by the community team.
    pub allowed: bool,
}

/// A proposed story.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Its place in the input.
    pub candidate: usize,
    /// Posterior mean of the share of viewers that reacted.
    pub rate: f64,
    /// Effective number of departments among the reactors.
    pub breadth: f64,
    /// rate × √breadth × 2^(−age/3.5).
    pub score: f64,
}

/// The effective number of departments among reactors, e^entropy; departments of fewer than k people
/// count as one together. 1 without reactors.
#[must_use]
pub fn breadth(departments: &[Reactors], minimum: GroupMinimum) -> f64 {
    let (large, small): (Vec<Reactors>, Vec<Reactors>) =
        departments.iter().partition(|d| d.members >= minimum.get());
    let mut counts: Vec<u64> = large.iter().map(|d| d.count).collect();
    counts.push(small.iter().map(|d| d.count).sum());
    let all: u64 = counts.iter().sum();
    let shares = counts.iter().filter(|c| **c > 0).map(|&c| c as f64 / all as f64);
    shares.map(|s| -s * s.ln()).sum::<f64>().exp()
}

/// Scores one story.
#[must_use]
pub fn score(candidate: &Candidate, prior: BetaPrior, minimum: GroupMinimum) -> (f64, f64, f64) {
    let rate =
        (candidate.share.x() as f64 + prior.a) / (candidate.share.n() as f64 + prior.a + prior.b);
    let breadth = breadth(&candidate.departments, minimum);
    let fresh = (-candidate.age.max(0.0) / HALF_LIFE).exp2();
    (rate, breadth, rate * breadth.sqrt() * fresh)
}

/// Proposes at most five stories, best first, at most one per department; ties in the given order.
/// What is not allowed, has fewer than two reactors, or comes from a department that had its turn in
/// the last four weeks, is left out.
#[must_use]
pub fn propose(candidates: &[Candidate], prior: BetaPrior, minimum: GroupMinimum) -> Vec<Scored> {
    let mut scored: Vec<Scored> = candidates
        .iter()
        .enumerate()
        .filter(|(_, c)| c.allowed && c.share.x() >= FEWEST_REACTORS)
        .filter(|(_, c)| c.department_last.is_none_or(|days| days >= DEPARTMENT_AGAIN_AFTER))
        .map(|(place, c)| {
            let (rate, breadth, score) = score(c, prior, minimum);
            Scored { candidate: place, rate, breadth, score }
        })
        .collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut had: Vec<u64> = Vec::new();
    scored.retain(|s| {
        let department = candidates[s.candidate].department;
        let first = !had.contains(&department);
        had.push(department);
        first
    });
    scored.truncate(PROPOSED);
    scored
}
