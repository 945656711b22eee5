//! Is a series going up or down: Mann-Kendall and the Theil-Sen slope.

use crate::distributions::{two_sided, z95};
use crate::interval::Interval;
use crate::invalid::Invalid;

/// The Mann-Kendall test of a trend in either direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// How many points.
    pub n: usize,
    /// Pairs that rise minus pairs that fall.
    pub s: i64,
    /// Kendall's τ-b, corrected for ties; 0 when all values are equal.
    pub tau: f64,
    /// Normal statistic with continuity correction and correction for ties.
    pub z: f64,
    /// Two-sided p-value; 1 when all values are equal.
    pub p: f64,
}

impl MannKendall {
    /// A fall that chance explains in fewer than 5% of cases.
    #[must_use]
    pub fn falls(self) -> bool {
        self.p < 0.05 && self.s < 0
    }

    /// A rise that chance explains in fewer than 5% of cases.
    #[must_use]
    pub fn rises(self) -> bool {
        self.p < 0.05 && self.s > 0
    }
}

/// Mann-Kendall (Mann 1945, Kendall 1975) for equally spaced values. `None` for fewer than three
/// points. It assumes independent points: windows that overlap make it too sure.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn mann_kendall(values: &[f64]) -> Result<Option<MannKendall>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let count = values.len();
    if count < 3 {
        return Ok(None);
    }
    let s: i64 = pairs(values).map(|(_, a, b)| i64::from(b > a) - i64::from(b < a)).sum();
    let n = count as f64;
    let (mut tied_variance, mut tied_pairs) = (0.0, 0.0);
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    for group in sorted.chunk_by(|a, b| a >= b) {
        let t = group.len() as f64;
        tied_variance += t * (t - 1.0) * (2.0 * t + 5.0);
        tied_pairs += t * (t - 1.0) / 2.0;
    }
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - tied_variance) / 18.0;
    let all_pairs = n * (n - 1.0) / 2.0;
    if variance <= 0.0 {
        return Ok(Some(MannKendall { n: count, s: 0, tau: 0.0, z: 0.0, p: 1.0 }));
    }
    let z = (s - s.signum()) as f64 / variance.sqrt();
    let tau = s as f64 / (all_pairs * (all_pairs - tied_pairs)).sqrt();
    Ok(Some(MannKendall { n: count, s, tau, z, p: two_sided(z) }))
}

/// Steps apart, earlier value, later value, for all pairs.
fn pairs(values: &[f64]) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
    values.iter().enumerate().flat_map(move |(i, &a)| {
        values[i + 1..].iter().enumerate().map(move |(step, &b)| (step as f64 + 1.0, a, b))
    })
}

/// A slope with its sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Change per step: the median of the slopes of all pairs.
    pub slope: f64,
    /// 95% range.
    pub interval: Interval,
    /// How many points.
    pub n: usize,
}

/// The Theil-Sen slope with Sen's interval (Theil 1950, Sen 1968). `None` for fewer than three
/// points.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn theil_sen(values: &[f64]) -> Result<Option<Slope>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let n = values.len();
    if n < 3 {
        return Ok(None);
    }
    let mut slopes: Vec<f64> = pairs(values).map(|(steps, a, b)| (b - a) / steps).collect();
    slopes.sort_by(f64::total_cmp);
    let size = n as f64;
    let mut variance = size * (size - 1.0) * (2.0 * size + 5.0);
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    for group in sorted.chunk_by(|a, b| a >= b) {
        let t = group.len() as f64;
        variance -= t * (t - 1.0) * (2.0 * t + 5.0);
    }
    let reach = z95() * (variance.max(0.0) / 18.0).sqrt();
    let count = slopes.len();
    let all = count as f64;
    let lower = ((all - reach) / 2.0).round().max(1.0) as usize - 1;
    let upper = (((all + reach) / 2.0).round() as usize).min(count - 1);
    Ok(Some(Slope {
        slope: median_of_sorted(&slopes),
        interval: Interval { low: slopes[lower], high: slopes[upper] },
        n,
    }))
}

/// The middle value, or the mean of the two middle ones. The list must not be empty.
pub(crate) fn median_of_sorted(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { 0.5 * (sorted[middle - 1] + sorted[middle]) }
}
