//! The Theta method (Assimakopoulos & Nikolopoulos 2000): half the straight line through the series,
//! half a smoothing of the series with its curvature doubled.

use super::Fitted;
use super::damped::line;
use super::smoothing::{best_alpha, levels, squares, widths};

/// The forecast with a given α: mean of the line and of the smoothed θ = 2 line (2y − line), which
/// starts at its own first value. Empty below two values.
#[must_use]
pub fn ahead(values: &[f64], alpha: f64, steps: usize) -> Vec<f64> {
    let (doubled, at) = doubled(values);
    let Some(level) = doubled.first().and_then(|&l| levels(&doubled, alpha, l).last().copied())
    else {
        return Vec::new();
    };
    (0..steps).map(|step| 0.5 * (level + at(values.len() + step))).collect()
}

fn doubled(values: &[f64]) -> (Vec<f64>, impl Fn(usize) -> f64) {
    let (start, slope) = line(values);
    let at = move |place: usize| start + slope * place as f64;
    let lifted = values.iter().enumerate().map(|(place, y)| 2.0 * y - at(place)).collect();
    (lifted, at)
}

/// Fits α to the smallest squared errors of the θ = 2 line. Its errors are twice those of the mean,
/// so their squares count for a quarter. Error variance as for smoothing with a drift (Hyndman &
/// Billah 2003), which Theta equals. `None` below four values.
#[must_use]
pub fn fit(values: &[f64], steps: usize) -> Option<Fitted> {
    if values.len() < 4 {
        return None;
    }
    let (lifted, _) = doubled(values);
    let alpha = best_alpha(&lifted);
    Some(Fitted {
        ahead: ahead(values, alpha, steps),
        widths: widths(alpha, steps),
        squares: squares(&lifted, alpha) / 4.0,
        errors: values.len() - 1,
        parameters: 3,
    })
}
