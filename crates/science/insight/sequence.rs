//! An honest answer for who looks every day (SCIENCE 7.3, peeking).

use crate::interval::Interval;
use crate::invalid::Invalid;

/// Spread of the effects one expects, τ: 5 percentage points. Own choice, fixed beforehand.
pub const EXPECTED_SPREAD: f64 = 0.05;

/// A range and p-value that hold at every look together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sequence {
    /// Treated: reached the outcome, of all so far.
    pub treated: (u64, u64),
    /// Held back: reached the outcome, of all so far.
    pub held: (u64, u64),
    /// Treated minus held, in percentage points.
    pub points: f64,
    /// 95% confidence sequence in percentage points: the chance that it ever misses the truth is
    /// at most 5%.
    pub interval: Interval,
    /// Always-valid p-value.
    pub p: f64,
    /// Whether zero lies outside. Otherwise: not yet proven.
    pub proven: bool,
}

/// The normal-mixture confidence sequence of a difference of proportions, α = 5% (Robbins 1970;
/// Johari and others 2022; Howard and others 2021): with V the squared standard error, the radius
/// is √(V(V+τ²)/τ²·ln((V+τ²)/(V·α²))). `tau` is [`EXPECTED_SPREAD`] unless chosen beforehand.
///
/// `None` when either group is empty or the standard error is zero (nobody or everybody reached
/// the outcome in both groups): there is nothing to build on yet. It rests on the normal
/// approximation, so the first looks with a handful of people do not count.
///
/// # Errors
/// [`Invalid::PartAboveWhole`], or [`Invalid::NotPositive`] for `tau`.
pub fn confidence_sequence(
    treated: (u64, u64),
    held: (u64, u64),
    tau: f64,
) -> Result<Option<Sequence>, Invalid> {
    if treated.0 > treated.1 || held.0 > held.1 {
        return Err(Invalid::PartAboveWhole);
    }
    if !tau.is_finite() || tau <= 0.0 {
        return Err(Invalid::NotPositive);
    }
    if treated.1 == 0 || held.1 == 0 {
        return Ok(None);
    }
    let (n, m) = (treated.1 as f64, held.1 as f64);
    let (p, q) = (treated.0 as f64 / n, held.0 as f64 / m);
    let variance = p * (1.0 - p) / n + q * (1.0 - q) / m;
    if variance <= 0.0 {
        return Ok(None);
    }
    const ALPHA: f64 = 0.05;
    let prior = tau * tau;
    let both = variance + prior;
    let radius = (variance * both / prior * (both / (variance * ALPHA * ALPHA)).ln()).sqrt();
    let difference = p - q;
    let ln_likelihood =
        0.5 * (variance / both).ln() + difference * difference * prior / (2.0 * variance * both);
    Ok(Some(Sequence {
        treated,
        held,
        points: 100.0 * difference,
        interval: Interval { low: difference - radius, high: difference + radius }.times(100.0),
        p: (-ln_likelihood).exp().min(1.0),
        proven: difference.abs() > radius,
    }))
}
