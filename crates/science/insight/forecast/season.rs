//! Whether a series has a season. Taking it out is done by [`super::stl`].

use crate::distributions::normal_quantile;

/// Whether there are at least two full seasons.
#[must_use]
pub fn enough(values: &[f64], season: usize) -> bool {
    season > 1 && values.len() >= 2 * season
}

/// Whether values one season apart are alike beyond chance: the autocorrelation at that lag against
/// its 90% limit (Bartlett 1946), one-sided, after the straight line is taken out. With less than two
/// seasons: no.
#[must_use]
pub fn present(values: &[f64], season: usize) -> bool {
    if !enough(values, season) {
        return false;
    }
    let (start, slope) = super::damped::line(values);
    let off: Vec<f64> =
        values.iter().enumerate().map(|(place, y)| y - start - slope * place as f64).collect();
    let all: f64 = off.iter().map(|e| e * e).sum();
    if all <= 0.0 {
        return false;
    }
    let correlation =
        |lag: usize| off.iter().zip(&off[lag..]).map(|(a, b)| a * b).sum::<f64>() / all;
    let before: f64 = (1..season).map(|lag| correlation(lag).powi(2)).sum();
    let limit = normal_quantile(0.90) * ((1.0 + 2.0 * before) / values.len() as f64).sqrt();
    correlation(season) > limit
}
