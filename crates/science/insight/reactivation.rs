//! Waking members who are asleep, and knowing whether it was the mail (SCIENCE 2.4).
//!
//! People also come back unasked, so only the difference with a group that was left alone counts.

use crate::dormancy::{Class, Dormancy};
use crate::effect::{Effect, Verdict};

/// Active days that make a return.
pub const ACTIVE_DAYS: usize = 2;
/// Days in which they must fall.
pub const WINDOW: f64 = 28.0;
/// The share of the sleepers that is left alone.
pub const HELD_BACK: f64 = 0.20;
/// After so many waves in a row without uplift one stops and changes the offer.
pub const WAVES: usize = 3;

/// Whether somebody came back: at least two different active days in the 28 days after the day of
/// sending. `days` are days since then, in any order; those outside are left out.
#[must_use]
pub fn returned(days: &[f64]) -> bool {
    let mut within: Vec<i64> =
        days.iter().filter(|&&d| d > 0.0 && d <= WINDOW).map(|d| d.ceil() as i64).collect();
    within.sort_unstable();
    within.dedup();
    within.len() >= ACTIVE_DAYS
}

/// A large sleeping group, split by what may help. Shown as counts that pass the suppression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    /// Fewer than two returns: they never got going, and want an introduction.
    pub never_started: u64,
    /// Asleep with a history to refer to.
    pub asleep: u64,
    /// No longer in the organisation: not asked.
    pub left: u64,
    /// Awake, or too early to say.
    pub others: u64,
}

/// Splits members by class; `left` says whether somebody left the organisation.
#[must_use]
pub fn split(members: &[(Dormancy, bool)]) -> Split {
    let mut counts = Split::default();
    for (dormancy, left) in members {
        let place = match (left, dormancy.class) {
            (true, _) => &mut counts.left,
            (_, Class::NeverGotGoing) => &mut counts.never_started,
            (_, Class::Asleep) => &mut counts.asleep,
            _ => &mut counts.others,
        };
        *place += 1;
    }
    counts
}

/// What to do after some waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Nothing says stop.
    GoOn,
    /// Members came back less than those who were left alone.
    Stop,
    /// Three waves in a row without uplift: stop mailing, change the offer.
    ChangeTheOffer,
}

/// Judges waves, oldest first, each by its own holdout ([`crate::effect`]). A wave with too few
/// people to judge neither counts nor breaks the row.
#[must_use]
pub fn advise(waves: &[Effect]) -> Advice {
    let judged = || waves.iter().rev().filter(|w| w.verdict != Verdict::TooFewPeople);
    if judged().next().is_some_and(|w| w.verdict == Verdict::Worse) {
        return Advice::Stop;
    }
    let idle = judged().take_while(|w| w.verdict != Verdict::Better).count();
    if idle >= WAVES { Advice::ChangeTheOffer } else { Advice::GoOn }
}
