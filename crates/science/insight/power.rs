//! What can be found with so many people, to be said beforehand (SCIENCE 7.3).
//!
//! Two-sided 5%, power 80%, normal approximation with pooled variance under no effect (Fleiss,
//! Levin & Paik 2003, without continuity correction).

use crate::distributions::{bisect, normal_quantile, z95};
use crate::invalid::Invalid;

/// The chance of finding an effect that is there.
pub const POWER: f64 = 0.80;

/// The smallest change that a planned comparison finds in four of five cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detectable {
    /// People who get it.
    pub treated: u64,
    /// People held back.
    pub held: u64,
    /// The share expected without the action.
    pub base: f64,
    /// Smallest rise in percentage points; `None` when even a rise to 100% would be missed.
    pub rise: Option<f64>,
    /// Smallest fall in percentage points, as a positive number; `None` when even a fall to 0%
    /// would be missed.
    pub fall: Option<f64>,
}

/// The smallest detectable rise and fall from `base` (a fraction). `None` with an empty group or
/// a base outside 0..=1.
#[must_use]
pub fn smallest_detectable(n_treated: u64, n_held: u64, base: f64) -> Option<Detectable> {
    if n_treated == 0 || n_held == 0 || !(0.0..=1.0).contains(&base) {
        return None;
    }
    let (n, m) = (n_treated as f64, n_held as f64);
    let missed = |change: f64| shortfall(base + change, base, n, m) > 0.0;
    let rise = (base < 1.0 && !missed(1.0 - base)).then(|| bisect(0.0, 1.0 - base, missed));
    let fall = (base > 0.0 && !missed(-base)).then(|| bisect(0.0, base, |d| missed(-d)));
    Some(Detectable {
        treated: n_treated,
        held: n_held,
        base,
        rise: rise.map(|r| 100.0 * r),
        fall: fall.map(|f| 100.0 * f),
    })
}

/// What the errors need minus the difference there is: positive when too small to find.
fn shortfall(p: f64, q: f64, n: f64, m: f64) -> f64 {
    let pooled = (n * p + m * q) / (n + m);
    let without = (pooled * (1.0 - pooled)).max(0.0) * (1.0 / n + 1.0 / m);
    let with = (p * (1.0 - p)).max(0.0) / n + (q * (1.0 - q)).max(0.0) / m;
    z95() * without.sqrt() + normal_quantile(POWER) * with.sqrt() - (p - q).abs()
}

/// People needed per group to find a change from one share to another, groups of equal size.
///
/// `None` when the shares are equal: no number suffices.
///
/// # Errors
/// [`Invalid::NotAProbability`] for a share outside 0..=1.
pub fn needed_per_arm(from: f64, to: f64) -> Result<Option<u64>, Invalid> {
    if !(0.0..=1.0).contains(&from) || !(0.0..=1.0).contains(&to) {
        return Err(Invalid::NotAProbability);
    }
    let change = (to - from).abs();
    if change <= 0.0 {
        return Ok(None);
    }
    let middle = 0.5 * (from + to);
    let without = (2.0 * middle * (1.0 - middle)).sqrt();
    let with = (from * (1.0 - from) + to * (1.0 - to)).sqrt();
    let root = (z95() * without + normal_quantile(POWER) * with) / change;
    Ok(Some((root * root).ceil().max(1.0) as u64))
}
