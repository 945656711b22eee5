//! The benchmark: the value of one season ago, or the last value without a season.

use super::Fitted;

/// Repeats the last season. `None` unless there is more than one season of values. A season of 1
/// repeats the last value. The error variance grows by one for every season ahead, as for a random
/// walk (Hyndman & Athanasopoulos 2021).
#[must_use]
pub fn fit(values: &[f64], season: usize, steps: usize) -> Option<Fitted> {
    let season = season.max(1);
    if values.len() <= season {
        return None;
    }
    let last = &values[values.len() - season..];
    let errors = || values.iter().zip(&values[season..]).map(|(before, now)| now - before);
    Some(Fitted {
        ahead: (0..steps).map(|step| last[step % season]).collect(),
        widths: (0..steps).map(|step| (step / season) as f64 + 1.0).collect(),
        squares: errors().map(|e| e * e).sum(),
        errors: values.len() - season,
        parameters: 0,
    })
}

/// The mean absolute error of the naive forecast one season ahead, by which the errors of all methods
/// are scaled (MASE: Hyndman & Koehler 2006). `None` when there is none or it is zero.
#[must_use]
pub fn scale(values: &[f64], season: usize) -> Option<f64> {
    let season = season.max(1);
    let count = values.len().checked_sub(season).filter(|&c| c > 0)?;
    let sum: f64 = values.iter().zip(&values[season..]).map(|(a, b)| (b - a).abs()).sum();
    (sum > 0.0).then(|| sum / count as f64)
}
