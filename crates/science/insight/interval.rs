//! Ranges: Wilson for a proportion, Newcombe for a difference, Garwood for a rate, Student for a mean.
//!
//! All are two-sided 95% intervals. A range stands wherever one generalises: over time, between
//! groups, effects, surveys, forecasts. A count of everyone has none (see [`crate::proportion`]).

use crate::distributions::{gamma_quantile, student_quantile, z95};
use crate::invalid::Invalid;

/// A closed range. Proportions are fractions of one, differences of proportions too: the page
/// multiplies by 100 to print per cents or percentage points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Half the distance between the ends.
    #[must_use]
    pub fn half_width(self) -> f64 {
        0.5 * (self.high - self.low)
    }

    /// Whether the value lies in the range, ends included.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether two ranges share a point. Groups whose ranges overlap are never ranked.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Both ends times a factor, for instance 100 for percentage points.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }
}

/// Wilson's score interval for `x` of `n` (Wilson 1927).
///
/// `None` for n = 0: the page prints "–", never 0%. At x = 0 the lower end is exactly 0 and at
/// x = n the upper end exactly 1.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when x > n.
pub fn wilson(x: u64, n: u64) -> Result<Option<Interval>, Invalid> {
    if x > n {
        return Err(Invalid::PartAboveWhole);
    }
    Ok((n > 0).then(|| wilson_of(x, n)))
}

/// Wilson for counts that are known to fit: `x <= n` and `n > 0`.
pub(crate) fn wilson_of(x: u64, n: u64) -> Interval {
    let z = z95();
    let size = n as f64;
    let p = x as f64 / size;
    let spread = z * z / size;
    let centre = p + spread / 2.0;
    let reach = z * (p * (1.0 - p) / size + z * z / (4.0 * size * size)).sqrt();
    let low = if x == 0 { 0.0 } else { ((centre - reach) / (1.0 + spread)).max(0.0) };
    let high = if x == n { 1.0 } else { ((centre + reach) / (1.0 + spread)).min(1.0) };
    Interval { low, high }
}

/// The difference of two independent proportions, first minus second, with Newcombe's interval
/// (Newcombe 1998, method 10: the square-and-add of two Wilson intervals).
///
/// `None` when either group is empty.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when a part exceeds its whole.
pub fn newcombe(first: (u64, u64), second: (u64, u64)) -> Result<Option<(f64, Interval)>, Invalid> {
    let (Some(a), Some(b)) = (wilson(first.0, first.1)?, wilson(second.0, second.1)?) else {
        return Ok(None);
    };
    let p = first.0 as f64 / first.1 as f64;
    let q = second.0 as f64 / second.1 as f64;
    let difference = p - q;
    let low = difference - (p - a.low).hypot(b.high - q);
    let high = difference + (a.high - p).hypot(q - b.low);
    Ok(Some((difference, Interval { low: low.max(-1.0), high: high.min(1.0) })))
}

/// An event rate per unit of exposure with Garwood's exact Poisson interval (Garwood 1936).
///
/// `exposure` is in the unit of the rate: for reports per 1,000 posts pass posts / 1000. With no
/// events the lower end is 0 and the upper end the 97.5% bound.
///
/// # Errors
/// [`Invalid::NotPositive`] when the exposure is not a positive finite number.
pub fn garwood(events: u64, exposure: f64) -> Result<(f64, Interval), Invalid> {
    if !exposure.is_finite() || exposure <= 0.0 {
        return Err(Invalid::NotPositive);
    }
    let count = events as f64;
    let low = if events == 0 { 0.0 } else { gamma_quantile(0.025, count) / exposure };
    let high = gamma_quantile(0.975, count + 1.0) / exposure;
    Ok((count / exposure, Interval { low, high }))
}

/// A mean with its sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean of the values.
    pub mean: f64,
    /// How many values.
    pub n: usize,
    /// Standard error, after the finite-population correction if one was asked for.
    /// `None` with a single value.
    pub standard_error: Option<f64>,
    /// Student's 95% interval; `None` with a single value.
    pub interval: Option<Interval>,
}

/// The mean of a sample with Student's t interval (Student 1908). When the values are a sample
/// from a known finite `population`, the error shrinks by √((N−n)/(N−1)).
///
/// `None` for an empty list. One value has a mean but no range. A population not larger than the
/// sample is a census: the range has width 0.
///
/// # Errors
/// [`Invalid::NotFinite`] for infinite or undefined values, [`Invalid::PartAboveWhole`] when the
/// population is smaller than the sample.
pub fn student(values: &[f64], population: Option<u64>) -> Result<Option<Mean>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let n = values.len();
    if population.is_some_and(|all| all < n as u64) {
        return Err(Invalid::PartAboveWhole);
    }
    if n == 0 {
        return Ok(None);
    }
    let size = n as f64;
    let mean = values.iter().sum::<f64>() / size;
    if n == 1 {
        return Ok(Some(Mean { mean, n, standard_error: None, interval: None }));
    }
    let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
    let correction = population.map_or(1.0, |all| {
        let all = all as f64;
        ((all - size) / (all - 1.0)).sqrt()
    });
    let error = (squares / (size - 1.0) / size).sqrt() * correction;
    let reach = student_quantile(0.975, size - 1.0) * error;
    let interval = Some(Interval { low: mean - reach, high: mean + reach });
    Ok(Some(Mean { mean, n, standard_error: Some(error), interval }))
}
