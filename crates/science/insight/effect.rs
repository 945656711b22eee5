//! Did an action work: the group that got it against the group that was held back (SCIENCE 7.3).

use crate::distributions::{ln_choose, two_sided};
use crate::interval::{Interval, newcombe};
use crate::invalid::Invalid;
use crate::power::{Detectable, smallest_detectable};
use crate::proportion::{Basis, Share};

/// Below this many people in either group no verdict is given. Own choice: even a difference of
/// 40 percentage points from one half is found less than four times in five there.
pub const FEWEST_PER_ARM: u64 = 20;
/// The sample-ratio alarm sounds below this p-value.
pub const RATIO_ALARM: f64 = 0.001;
/// With an expected count below this Fisher's exact test decides instead of the normal one. Own
/// choice, on the careful side of the customary five.
const FEW_EXPECTED: f64 = 10.0;

/// What may be said of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The group that got it did better than chance explains.
    Better,
    /// The group that got it did worse than chance explains.
    Worse,
    /// The range holds zero. This is not the same as no effect.
    CannotTell,
    /// Too few people to say anything.
    TooFewPeople,
}

/// The effect of an action, with everything a page prints about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Outcome among those who got it.
    pub treated: Share,
    /// Outcome among those held back.
    pub held: Share,
    /// Treated minus held in percentage points; `None` when either group is empty.
    pub points: Option<f64>,
    /// Newcombe's 95% range in percentage points.
    pub interval: Option<Interval>,
    /// Pooled two-proportion z statistic; 0 when nobody or everybody reached the outcome.
    pub z: f64,
    /// Two-sided p-value of `z`.
    pub p: f64,
    /// Fisher's exact p-value, given when an expected count is below ten; it then
    /// decides instead of `p`.
    pub fisher: Option<f64>,
    /// Whether the split came out as drawn. After an alarm there is no verdict: the arms differ
    /// by more than chance, so something else than the action may have done it.
    pub ratio: SampleRatio,
    /// The smallest difference these groups could have shown in four of five cases.
    pub detectable: Option<Detectable>,
    /// What may be said.
    pub verdict: Verdict,
}

/// Judges an action by its holdout. Outcome and window are fixed before sending; this look is
/// meant to be the only one. Who looks every day reads [`crate::sequence`] instead.
///
/// `share_held` is the planned share held back, strictly between 0 and 1. People are counted in
/// the group they were drawn into, whether or not the message reached them (intention to treat).
///
/// "Better" and "worse" need the range to exclude zero and the test to agree, so that without any
/// effect they are said in about one of twenty cases at most.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when a part exceeds its whole, [`Invalid::NotAProbability`] for an
/// impossible `share_held`.
pub fn effect(treated: (u64, u64), held: (u64, u64), share_held: f64) -> Result<Effect, Invalid> {
    let difference = newcombe(treated, held)?;
    let ratio = sample_ratio(treated.1, held.1, share_held)?;
    let (z, p) = pooled_z(treated, held);
    let fisher = few_expected(treated, held).then(|| fisher_exact(treated, held)).flatten();
    let base = (held.1 > 0).then(|| held.0 as f64 / held.1 as f64);
    let detectable = base.and_then(|b| smallest_detectable(treated.1, held.1, b));
    let verdict = match difference {
        Some((_, interval)) if treated.1.min(held.1) >= FEWEST_PER_ARM => {
            let sure = !ratio.alarm && fisher.unwrap_or(p) < 0.05;
            match crate::proportion::say(interval) {
                crate::proportion::Comparison::Higher if sure => Verdict::Better,
                crate::proportion::Comparison::Lower if sure => Verdict::Worse,
                _ => Verdict::CannotTell,
            }
        }
        _ => Verdict::TooFewPeople,
    };
    Ok(Effect {
        treated: Share::counted(treated.0, treated.1, Basis::Estimate),
        held: Share::counted(held.0, held.1, Basis::Estimate),
        points: difference.map(|(d, _)| 100.0 * d),
        interval: difference.map(|(_, i)| i.times(100.0)),
        z,
        p,
        fisher,
        ratio,
        detectable,
        verdict,
    })
}

fn pooled_z(treated: (u64, u64), held: (u64, u64)) -> (f64, f64) {
    let (a, b) = (treated.1 as f64, held.1 as f64);
    let pooled = (treated.0 + held.0) as f64 / (a + b);
    let error = (pooled * (1.0 - pooled) * (1.0 / a + 1.0 / b)).sqrt();
    if error.is_nan() || error <= 0.0 {
        return (0.0, 1.0);
    }
    let z = (treated.0 as f64 / a - held.0 as f64 / b) / error;
    if z.is_finite() { (z, two_sided(z)) } else { (0.0, 1.0) }
}

fn few_expected(treated: (u64, u64), held: (u64, u64)) -> bool {
    let all = (treated.1 + held.1) as f64;
    let did = (treated.0 + held.0) as f64;
    let smaller = treated.1.min(held.1) as f64;
    smaller * did.min(all - did) / all < FEW_EXPECTED
}

/// Fisher's exact two-sided p-value for x of n against y of m (Fisher 1935): the probability of
/// all tables with the same margins that are no likelier than this one. `None` when either group
/// is empty or a part exceeds its whole.
#[must_use]
pub fn fisher_exact(first: (u64, u64), second: (u64, u64)) -> Option<f64> {
    let ((x, n), (y, m)) = (first, second);
    if x > n || y > m || n == 0 || m == 0 {
        return None;
    }
    let did = x + y;
    let base = ln_choose(n + m, did);
    let chance = |a: u64| (ln_choose(n, a) + ln_choose(m, did - a) - base).exp();
    let seen = chance(x) * (1.0 + 1e-7);
    let total: f64 = (did.saturating_sub(m)..=did.min(n)).map(chance).filter(|&c| c <= seen).sum();
    Some(total.min(1.0))
}

/// Whether the groups have the sizes that were drawn for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SampleRatio {
    /// People in the group that got it.
    pub treated: u64,
    /// People held back.
    pub held: u64,
    /// People that should have been held back.
    pub expected_held: f64,
    /// Chi-squared p-value of the difference; 1 with nobody in either group.
    pub p: f64,
    /// Below [`RATIO_ALARM`]: something is wrong with the draw, the sending or the counting.
    pub alarm: bool,
}

/// The sample-ratio test (chi-squared with one degree of freedom; Fabijan and others 2019).
///
/// # Errors
/// [`Invalid::NotAProbability`] unless 0 < `share_held` < 1.
pub fn sample_ratio(treated: u64, held: u64, share_held: f64) -> Result<SampleRatio, Invalid> {
    if !(share_held > 0.0 && share_held < 1.0) {
        return Err(Invalid::NotAProbability);
    }
    let all = (treated + held) as f64;
    let expected_held = all * share_held;
    let p = if all > 0.0 {
        let z = (held as f64 - expected_held) / (all * share_held * (1.0 - share_held)).sqrt();
        two_sided(z)
    } else {
        1.0
    };
    Ok(SampleRatio { treated, held, expected_held, p, alarm: p < RATIO_ALARM })
}
