//! Which method, judged on what it would have said before (rolling origin), and the forecast itself.

use super::stl::mstl;
use super::{Ahead, Fitted, Method, damped, naive, season, smoothing, theta};
use crate::invalid::Invalid;

/// Fewest values for a forecast.
pub const FEWEST: usize = 10;
/// Fewest values from which a rolling origin starts.
const FIRST_ORIGIN: usize = 6;
/// At most so many origins, the latest: enough to choose by, and a page stays quick.
const ORIGINS: usize = 20;

/// Fewest errors at a step from which its variance is told.
const FEWEST_ERRORS: usize = 4;

const METHODS: [Method; 4] =
    [Method::SeasonalNaive, Method::Smoothing, Method::DampedTrend, Method::Theta];

/// How a method did on the past.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Which.
    pub method: Method,
    /// Mean absolute scaled error: 1 is as good as the seasonal naive forecast one step ahead.
    pub mase: f64,
}

/// A forecast with the grounds of the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The chosen method.
    pub method: Method,
    /// How each method did; empty when the series does not vary or is too short to tell.
    pub scores: Vec<Score>,
    /// The season used; 1 without.
    pub season: usize,
    /// How many values it rests on.
    pub n: usize,
    /// One entry per step.
    pub ahead: Vec<Ahead>,
}

/// Forecasts `steps` ahead. `season` is the number of values in a possible season (7 for days, 52 for
/// weeks, 12 for months; 1 for none); it is used when there are two of them and it is really there
/// ([`season::present`]). Smoothing, damped trend and Theta run on the series without its season, which
/// is taken out by [`mstl`] and goes on as it last was.
///
/// The method with the lowest mean absolute scaled error over rolling origins is chosen (Hyndman &
/// Koehler 2006); the simpler of equals. The 80% range takes, for every step, the larger of the error
/// that follows from the fit and the one seen over the origins, with Student's t, because methods
/// look better on what they were fitted on.
///
/// `None` with fewer than [`FEWEST`] values or no steps.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn forecast(values: &[f64], season: usize, steps: usize) -> Result<Option<Forecast>, Invalid> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    if values.len() < FEWEST || steps == 0 {
        return Ok(None);
    }
    let season = if season::present(values, season) { season } else { 1 };
    let trials = METHODS.map(|method| roll(values, method, season, steps));
    let scores: Vec<Score> = METHODS
        .iter()
        .zip(&trials)
        .filter_map(|(&method, trial)| trial.mase.map(|mase| Score { method, mase }))
        .collect();
    let chosen = scores.iter().min_by(|a, b| a.mase.total_cmp(&b.mase));
    let method = chosen.map_or(Method::SeasonalNaive, |s| s.method);
    let seen: &[f64] = METHODS
        .iter()
        .zip(&trials)
        .find(|(m, _)| **m == method)
        .map_or(&[], |(_, trial)| trial.variances.as_slice());
    Ok(fit(values, method, season, steps).map(|fitted| {
        let freedom = (fitted.errors as f64 - fitted.parameters as f64).max(1.0);
        let variance = (fitted.squares / freedom).max(seen.first().copied().unwrap_or(0.0));
        let ahead = (0..steps)
            .map(|step| {
                let expected = variance * fitted.widths[step];
                let error = expected.max(seen.get(step).copied().unwrap_or(0.0)).sqrt();
                Ahead::new(step + 1, fitted.ahead[step], error, freedom)
            })
            .collect();
        Forecast { method, scores, season, n: values.len(), ahead }
    }))
}

fn fit(values: &[f64], method: Method, season: usize, steps: usize) -> Option<Fitted> {
    if method == Method::SeasonalNaive {
        return naive::fit(values, season, steps);
    }
    // Values are finite here, so only too short a series has no season to take out.
    let found = mstl(values, &[season]).ok().flatten().and_then(|mut parts| parts.seasons.pop());
    let flat: Vec<f64> = match &found {
        Some(season) => values.iter().zip(&season.values).map(|(y, s)| y - s).collect(),
        None => values.to_vec(),
    };
    let mut fitted = match method {
        Method::Smoothing => smoothing::fit(&flat, steps),
        Method::DampedTrend => damped::fit(&flat, steps),
        _ => theta::fit(&flat, steps),
    }?;
    if let Some(found) = found {
        for (step, mean) in fitted.ahead.iter_mut().enumerate() {
            *mean += found.ahead(step + 1);
        }
        fitted.parameters += season - 1;
    }
    Some(fitted)
}

struct Trial {
    mase: Option<f64>,
    /// Mean squared error by step, as far as there were enough origins to tell.
    variances: Vec<f64>,
}

/// Forecasts from every origin that has enough before it, and looks how far off that was.
fn roll(values: &[f64], method: Method, season: usize, steps: usize) -> Trial {
    let first = if season > 1 { 2 * season } else { 0 }.max(FIRST_ORIGIN);
    let first = first.max(values.len().saturating_sub(ORIGINS));
    let (mut scaled, mut count) = (0.0, 0.0);
    let mut squares = vec![(0.0, 0_usize); steps];
    for origin in first..values.len() {
        let (before, after) = values.split_at(origin);
        let Some(fitted) = fit(before, method, season, steps.min(after.len())) else { continue };
        let errors: Vec<f64> = fitted.ahead.iter().zip(after).map(|(f, y)| (y - f).abs()).collect();
        if let Some(scale) = naive::scale(before, season) {
            scaled += errors.iter().sum::<f64>() / scale;
            count += errors.len() as f64;
        }
        for ((sum, seen), error) in squares.iter_mut().zip(&errors) {
            *sum += error * error;
            *seen += 1;
        }
    }
    let told = squares.iter().take_while(|(_, seen)| *seen >= FEWEST_ERRORS);
    let variances = told.map(|(sum, seen)| sum / *seen as f64).collect();
    Trial { mase: (count > 0.0).then(|| scaled / count), variances }
}
