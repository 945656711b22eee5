//! Whether a series has a season, and taking it out and putting it back (classical additive
//! decomposition; Persons 1919).

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

/// How much each phase lies above the others: mean distance from the centred moving average, phases
/// counted from the first value, adding up to zero. `None` below two seasons.
#[must_use]
pub fn indices(values: &[f64], season: usize) -> Option<Vec<f64>> {
    if !enough(values, season) {
        return None;
    }
    let half = season / 2;
    let mut sums = vec![(0.0, 0.0); season];
    for place in half..values.len() - half {
        let window = &values[place - half..=place + half];
        let total: f64 = window.iter().sum();
        // With an even season both ends of the window are the same phase and count half.
        let mean = if season.is_multiple_of(2) {
            (total - 0.5 * (window[0] + window[window.len() - 1])) / season as f64
        } else {
            total / season as f64
        };
        let (sum, count) = &mut sums[place % season];
        *sum += values[place] - mean;
        *count += 1.0;
    }
    let means: Vec<f64> =
        sums.into_iter().map(|(sum, count): (f64, f64)| sum / count.max(1.0)).collect();
    let level = means.iter().sum::<f64>() / season as f64;
    Some(means.into_iter().map(|m| m - level).collect())
}
