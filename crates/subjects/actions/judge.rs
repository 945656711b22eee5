//! Did it work? Counts in, a verdict out; nothing here reads or writes anything.

use crate::action::Outcome;
pub use insight::effect::Verdict;

use insight::cuped::{ArmSums, MeanDifference, cuped};
use insight::effect::{Effect, FEWEST_PER_ARM, effect, sample_ratio};
use insight::{Comparison, proportion};
use language::{Failure, Result};

/// What everybody who was drawn did in the window, by arm: y is the outcome, x the same
/// in the 28 days before the opening. Everybody drawn is in, whatever they did: leaving
/// out who did not look would spoil the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outcomes {
    /// Those who were asked.
    pub shown: ArmSums,
    /// Those who were held back.
    pub held: ArmSums,
}

fn did(arm: &ArmSums) -> (u64, u64) {
    // Zeros and ones add up to a whole number.
    (arm.y.round().max(0.0) as u64, arm.n)
}

impl Outcomes {
    /// Of a yes-or-no outcome: how many of those asked did it, of how many.
    pub fn shown_did(&self) -> (u64, u64) {
        did(&self.shown)
    }

    /// The same for those held back.
    pub fn held_did(&self) -> (u64, u64) {
        did(&self.held)
    }

    /// Yes-or-no outcomes as they were counted.
    pub fn counted(shown: (u64, u64), held: (u64, u64)) -> Self {
        let arm = |(did, of): (u64, u64)| ArmSums {
            n: of,
            y: did as f64,
            yy: did as f64,
            ..ArmSums::default()
        };
        Self { shown: arm(shown), held: arm(held) }
    }
}

/// What may be said of an action when its window is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Judgement {
    /// Nobody was held back: who did it can be counted, but not why.
    NothingToCompare {
        /// How many did it, of how many.
        did: (u64, u64),
    },
    /// A yes-or-no outcome compared.
    Shares(Effect),
    /// Days compared.
    Days {
        /// The average of those asked and of those held back; none for an empty group.
        averages: (Option<f64>, Option<f64>),
        /// People in both groups.
        people: (u64, u64),
        /// The difference in days, adjusted for the four weeks before where there are
        /// enough people for it.
        difference: Option<MeanDifference>,
        /// What may be said.
        verdict: Verdict,
    },
}

impl Judgement {
    /// What may be said; none without a comparison.
    pub fn verdict(&self) -> Option<Verdict> {
        match self {
            Self::NothingToCompare { .. } => None,
            Self::Shares(effect) => Some(effect.verdict),
            Self::Days { verdict, .. } => Some(*verdict),
        }
    }
}

/// Judges an action by what people in both arms did. `held_percent` is the share that was
/// to be held back. Meant to be asked once, when the window is over; before that it says
/// more than is known.
///
/// # Errors
/// A fault when the counts cannot be: more people did it than there were.
pub fn judge(outcomes: &Outcomes, outcome: Outcome, held_percent: i32) -> Result<Judgement> {
    if held_percent == 0 {
        return Ok(Judgement::NothingToCompare { did: outcomes.shown_did() });
    }
    let share = f64::from(held_percent) / 100.0;
    let wrong = |invalid| Failure::fault("judge an action", format!("{invalid:?}"));
    if outcome != Outcome::ActiveDays {
        return effect(outcomes.shown_did(), outcomes.held_did(), share)
            .map(Judgement::Shares)
            .map_err(wrong);
    }
    let ratio = sample_ratio(outcomes.shown.n, outcomes.held.n, share).map_err(wrong)?;
    let compared = cuped(outcomes.shown, outcomes.held);
    // The adjustment leans on the normal range, which small groups do not have.
    let difference = compared.map(|c| if c.indicative { c.raw } else { c.adjusted });
    let verdict = match difference {
        _ if outcomes.shown.n.min(outcomes.held.n) < FEWEST_PER_ARM => Verdict::TooFewPeople,
        Some(difference) if !ratio.alarm => match proportion::say(difference.interval) {
            Comparison::Higher => Verdict::Better,
            Comparison::Lower => Verdict::Worse,
            Comparison::NoneShown => Verdict::CannotTell,
        },
        _ => Verdict::CannotTell,
    };
    let average = |arm: &ArmSums| (arm.n > 0).then(|| arm.y / arm.n as f64);
    Ok(Judgement::Days {
        averages: (average(&outcomes.shown), average(&outcomes.held)),
        people: (outcomes.shown.n, outcomes.held.n),
        difference,
        verdict,
    })
}
