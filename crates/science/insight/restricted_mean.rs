//! The mean time up to a limit, and the difference of two (SCIENCE 2.2): days that people are there
//! of the first ninety, for instance. Unlike a median it always exists, and unlike a hazard ratio it
//! is in days.

use crate::distributions::z95;
use crate::interval::Interval;
use crate::survival::Curve;

/// A restricted mean with its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMean {
    /// The area under the curve up to the limit, in the unit of time.
    pub mean: f64,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Normal 95% range, within 0 and the limit.
    pub interval: Interval,
    /// The limit.
    pub limit: f64,
    /// How many were watched.
    pub n: usize,
}

/// The restricted mean with Greenwood's variance Σ(∫S from tᵢ to the limit)²·dᵢ/(nᵢ(nᵢ−dᵢ)) (Irwin
/// 1949; Royston & Parmar 2013). `None` when nobody was watched that long.
#[must_use]
pub fn restricted_mean(curve: &Curve, limit: f64) -> Option<RestrictedMean> {
    let mean = curve.restricted_mean(limit)?;
    let mut variance = 0.0;
    // What is left of the area behind each step, walking back from the limit.
    let (mut behind, mut until) = (0.0, limit);
    for step in curve.steps.iter().rev().filter(|s| s.time < limit) {
        behind += step.survival * (until - step.time);
        until = step.time;
        let (n, d) = (step.at_risk as f64, step.happened as f64);
        // When it happened to the last ones nothing is left behind.
        if n > d {
            variance += behind * behind * d / (n * (n - d));
        }
    }
    let standard_error = variance.sqrt();
    let reach = z95() * standard_error;
    let interval = Interval { low: (mean - reach).max(0.0), high: (mean + reach).min(limit) };
    Some(RestrictedMean { mean, standard_error, interval, limit, n: curve.n })
}

/// Two restricted means compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanGap {
    /// The first.
    pub first: RestrictedMean,
    /// The one it is compared with.
    pub second: RestrictedMean,
    /// First minus second.
    pub difference: f64,
    /// Normal 95% range of the difference.
    pub interval: Interval,
}

/// The difference of two restricted means up to the same limit. `None` when either group was not
/// watched that long.
#[must_use]
pub fn compare(first: &Curve, second: &Curve, limit: f64) -> Option<MeanGap> {
    let (a, b) = (restricted_mean(first, limit)?, restricted_mean(second, limit)?);
    let difference = a.mean - b.mean;
    let reach = z95() * a.standard_error.hypot(b.standard_error);
    let interval = Interval { low: difference - reach, high: difference + reach };
    Some(MeanGap { first: a, second: b, difference, interval })
}
