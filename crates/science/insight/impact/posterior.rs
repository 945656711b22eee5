//! How likely each pair of variances is, given the series before the action.

use crate::impact::Level;
use crate::local_level::{Fit, Series};

/// The step of the prior's level, as a share of the series' standard deviation.
const LEVEL_STEP: f64 = 0.01;
/// How many observations that prior is worth.
const LEVEL_WORTH: f64 = 32.0;
/// The share of the variance that is left to the noise: 1 − R² with R² = 0.8.
const NOISE_SHARE: f64 = 0.2;
const NOISE_WORTH: f64 = 50.0;
/// Without controls nothing is assumed of the noise.
const NOISE_FREE: (f64, f64) = (1.0, 0.01);
/// A step of the grid over the logarithm of a variance.
const STEP: f64 = 0.25;

/// How the scale of the noise is known.
#[derive(Clone, Copy)]
pub(crate) enum Noise {
    /// Given this variance the forecast is normal.
    Known(f64),
    /// Estimated from the series: the forecast follows Student's t.
    Estimated,
}

/// A model with its share of the posterior.
pub(crate) struct Weighted {
    pub(crate) fit: usize,
    pub(crate) noise: Noise,
    pub(crate) weight: f64,
}

/// The models and their shares, which add up to 1. Unlikely ones are left out.
pub(crate) fn weighted(series: &Series, level: Level) -> (Vec<Fit>, Vec<Weighted>) {
    let (fits, mut weights) = match level {
        Level::Steady => steady(series),
        Level::Free => free(series),
    };
    let most = weights.iter().map(|w| w.weight).fold(f64::NEG_INFINITY, f64::max);
    weights.retain(|w| w.weight > most - 16.0);
    weights.iter_mut().for_each(|w| w.weight = (w.weight - most).exp());
    let sum: f64 = weights.iter().map(|w| w.weight).sum();
    weights.iter_mut().for_each(|w| w.weight /= sum);
    (fits, weights)
}

/// A grid over both variances with inverse-gamma priors. Equal steps of the logarithms make the
/// ratio, on which the filter depends, take few values.
fn steady(series: &Series) -> (Vec<Fit>, Vec<Weighted>) {
    // In units of the variance of the series before: noise from e⁻¹⁰ to e², level from e⁻¹⁴ to 1.
    let (noises, levels) = (48, 56);
    let (noise_share, noise_worth) =
        if series.columns.len() > 1 { (NOISE_SHARE, NOISE_WORTH) } else { NOISE_FREE };
    let noise = |i: usize| -10.0 + STEP * i as f64;
    let step = |j: usize| -14.0 + STEP * j as f64;
    let fits: Vec<Fit> = (0..noises + levels)
        .filter_map(|place| {
            // The difference step(j) − noise(i) with j − i = place − noises + 1.
            let difference = -4.0 + STEP * (place as f64 - noises as f64 + 1.0);
            series.at(difference.exp())
        })
        .collect();
    let inverse_gamma =
        |log: f64, worth: f64, guess: f64| -0.5 * worth * log - 0.5 * worth * guess * (-log).exp();
    let mut weights = Vec::new();
    if fits.len() == noises + levels {
        for i in 0..noises {
            for j in 0..levels {
                let fit = j + noises - 1 - i;
                let variance = noise(i).exp();
                let weight = fits[fit].given(variance)
                    + inverse_gamma(noise(i), noise_worth, noise_share)
                    + inverse_gamma(step(j), LEVEL_WORTH, LEVEL_STEP * LEVEL_STEP);
                weights.push(Weighted { fit, noise: Noise::Known(variance), weight });
            }
        }
    }
    (fits, weights)
}

/// A grid over the ratio with a half-Cauchy prior on its root; the scale is integrated out.
fn free(series: &Series) -> (Vec<Fit>, Vec<Weighted>) {
    let grid = (0..80).map(|place| -13.0 + STEP * f64::from(place));
    let fits: Vec<Fit> = grid.filter_map(|log| series.at(log.exp())).collect();
    let weights = fits
        .iter()
        .enumerate()
        .map(|(fit, model)| {
            // The density of √q at q, in steps of ln q: √q/(1 + q), up to a constant.
            let prior = 0.5 * model.ratio.ln() - model.ratio.ln_1p();
            Weighted { fit, noise: Noise::Estimated, weight: model.profile() + prior }
        })
        .collect();
    (fits, weights)
}
