//! Which values of a series stand out (SCIENCE 11): Rosner's test.

use crate::distributions::student_quantile;
use crate::invalid::Invalid;

/// Fewest values for which the limits hold.
pub const FEWEST: usize = 25;

/// One step of the outlier test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutlierStep {
    /// The place of the most extreme value that was left.
    pub place: usize,
    /// How many standard deviations it lay from the mean.
    pub distance: f64,
    /// How many it may.
    pub limit: f64,
}

/// Outliers in a series without trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Outliers {
    /// How many values.
    pub n: usize,
    /// All steps that were taken, most extreme first.
    pub steps: Vec<OutlierStep>,
    /// How many of the first steps are outliers.
    pub count: usize,
}

/// Rosner's generalised extreme Studentised deviate test for up to `most` outliers at 5% (Rosner
/// 1983): the number is the last step at which the distance passes the limit. Meant for [`FEWEST`] values
/// and more that are about normal.
///
/// `None` when fewer than `most` + 2 values are given.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn outliers(values: &[f64], most: usize) -> Result<Option<Outliers>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let n = values.len();
    if n < most + 2 {
        return Ok(None);
    }
    let mut left: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
    let mut steps = Vec::with_capacity(most);
    for _ in 0..most {
        let size = left.len() as f64;
        let mean = left.iter().map(|(_, v)| v).sum::<f64>() / size;
        let squares: f64 = left.iter().map(|(_, v)| (v - mean).powi(2)).sum();
        let spread = (squares / (size - 1.0)).sqrt();
        let far = |at: &usize| (left[*at].1 - mean).abs();
        // All that is left is equal: nothing stands out.
        let Some(at) = (0..left.len()).max_by(|a, b| far(a).total_cmp(&far(b))) else {
            break;
        };
        if spread <= 0.0 {
            break;
        }
        let distance = far(&at) / spread;
        let freedom = size - 2.0;
        let t = student_quantile(1.0 - 0.05 / (2.0 * size), freedom);
        let limit = (size - 1.0) * t / ((freedom + t * t) * size).sqrt();
        steps.push(OutlierStep { place: left[at].0, distance, limit });
        left.remove(at);
    }
    let count = steps.iter().rposition(|s| s.distance > s.limit).map_or(0, |last| last + 1);
    Ok(Some(Outliers { n, steps, count }))
}
