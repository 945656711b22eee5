//! Simple exponential smoothing (Brown 1956; Hyndman and others 2002): a level that follows the
//! series by a part α of every error.

use super::{Fitted, smallest};

/// The levels after each value, from level `start`: l = l + α(y − l).
#[must_use]
pub fn levels(values: &[f64], alpha: f64, start: f64) -> Vec<f64> {
    let mut level = start;
    values
        .iter()
        .map(|y| {
            level += alpha * (y - level);
            level
        })
        .collect()
}

/// Sum of squared one-step errors with the first value as level; the first error is then zero.
pub(super) fn squares(values: &[f64], alpha: f64) -> f64 {
    let Some(&first) = values.first() else {
        return 0.0;
    };
    let levels = levels(values, alpha, first);
    values.iter().skip(1).zip(&levels).map(|(y, l)| (y - l).powi(2)).sum()
}

/// The α with the smallest squared errors.
pub(super) fn best_alpha(values: &[f64]) -> f64 {
    smallest(0.0, 1.0, |alpha| squares(values, alpha))
}

/// Fits α, the level starting at the first value. The forecast is the last level at every step;
/// error variance 1 + (h−1)α². `None` below three values.
#[must_use]
pub fn fit(values: &[f64], steps: usize) -> Option<Fitted> {
    let &first = values.first().filter(|_| values.len() >= 3)?;
    let alpha = best_alpha(values);
    let level = levels(values, alpha, first).last().copied().unwrap_or(first);
    Some(Fitted {
        ahead: vec![level; steps],
        widths: widths(alpha, steps),
        squares: squares(values, alpha),
        errors: values.len() - 1,
        parameters: 1,
    })
}

pub(super) fn widths(alpha: f64, steps: usize) -> Vec<f64> {
    (0..steps).map(|step| 1.0 + step as f64 * alpha * alpha).collect()
}
