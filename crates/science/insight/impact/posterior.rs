//! How likely each pair of variances is, given the series before the action.

use crate::impact::Level;
use crate::local_level::{Fit, Pass, Series, dot};

/// The step of the prior's level, as a share of the series' standard deviation.
const LEVEL_STEP: f64 = 0.01;
/// How many observations that prior is worth.
const LEVEL_WORTH: f64 = 32.0;
/// The share of the variance that is left to the noise: 1 − R² with R² = 0.8.
const NOISE_SHARE: f64 = 0.2;
const NOISE_WORTH: f64 = 50.0;
/// Without controls nothing is assumed of the noise.
const NOISE_FREE: (f64, f64) = (1.0, 0.01);
/// How many controls, the level among them, are expected to matter.
const EXPECTED_CONTROLS: f64 = 3.0;
/// Up to so many controls every choice among them is weighed.
const MOST_CHOSEN_AMONG: usize = 8;
/// How many observations the prior on the weights of controls is worth.
const WEIGHTS_WORTH: f64 = 0.01;
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
    weights.retain(|w| w.weight > most - 13.0);
    weights.iter_mut().for_each(|w| w.weight = (w.weight - most).exp());
    let sum: f64 = weights.iter().map(|w| w.weight).sum();
    weights.iter_mut().for_each(|w| w.weight /= sum);
    (fits, weights)
}

/// A grid over both variances with inverse-gamma priors, for every choice of controls. Equal steps
/// of the logarithms make the ratio, on which the filter depends, take few values.
fn steady(series: &Series) -> (Vec<Fit>, Vec<Weighted>) {
    // In units of the variance of the series before: noise from e⁻¹⁰ to e², level from e⁻¹⁴ to 1.
    let (noises, levels) = (48, 56);
    let controls = series.columns.len() - 1;
    let (noise_share, noise_worth) =
        if controls > 0 { (NOISE_SHARE, NOISE_WORTH) } else { NOISE_FREE };
    let noise = |i: usize| -10.0 + STEP * i as f64;
    let step = |j: usize| -14.0 + STEP * j as f64;
    let choices = choices(controls);
    let precision = precision(series);
    let ratios = noises + levels;
    let fits: Vec<Fit> = (0..ratios)
        .flat_map(|place| {
            // The difference step(j) − noise(i) with j − i = place − noises + 1.
            let ratio = (-4.0 + STEP * (place as f64 - noises as f64 + 1.0)).exp();
            let pass = Pass::over(&series.columns, series.before, ratio, 1.0);
            let fit = |choice: &Choice| series.chosen(&pass, ratio, &choice.controls, &precision);
            choices.iter().filter_map(fit).collect::<Vec<_>>()
        })
        .collect();
    let inverse_gamma =
        |log: f64, worth: f64, guess: f64| -0.5 * worth * log - 0.5 * worth * guess * (-log).exp();
    let mut weights = Vec::new();
    if fits.len() == ratios * choices.len() {
        for i in 0..noises {
            for j in 0..levels {
                let variance = noise(i).exp();
                let prior = inverse_gamma(noise(i), noise_worth, noise_share)
                    + inverse_gamma(step(j), LEVEL_WORTH, LEVEL_STEP * LEVEL_STEP);
                for (place, choice) in choices.iter().enumerate() {
                    let fit = (j + noises - 1 - i) * choices.len() + place;
                    let weight = fits[fit].given(variance) + prior + choice.prior;
                    weights.push(Weighted { fit, noise: Noise::Known(variance), weight });
                }
            }
        }
    }
    (fits, weights)
}

/// Some of the controls, with the logarithm of how likely that choice is beforehand.
struct Choice {
    controls: Vec<usize>,
    prior: f64,
}

/// Every choice among few controls; all of them together when there are many, or so few that each
/// is expected to matter.
fn choices(controls: usize) -> Vec<Choice> {
    // The first level counts as a control, as in the program of the paper's authors.
    let likely = EXPECTED_CONTROLS / (controls as f64 + 1.0);
    if likely >= 1.0 || controls > MOST_CHOSEN_AMONG {
        return vec![Choice { controls: (0..controls).collect(), prior: 0.0 }];
    }
    (0_u32..1 << controls)
        .map(|choice| {
            let chosen: Vec<usize> = (0..controls).filter(|i| choice >> i & 1 == 1).collect();
            let left = (controls - chosen.len()) as f64;
            let prior = chosen.len() as f64 * likely.ln() + left * (1.0 - likely).ln();
            Choice { controls: chosen, prior }
        })
        .collect()
}

/// The precision of the prior on the weights of controls: that of a hundredth of an observation,
/// half of it as the controls vary together, half as each varies alone (Zellner 1986).
fn precision(series: &Series) -> Vec<Vec<f64>> {
    let controls = &series.columns[1..];
    let before = |column: &Vec<f64>| column[..series.before].to_vec();
    let product = |a: &Vec<f64>, b: &Vec<f64>| dot(&before(a), &before(b));
    let share = WEIGHTS_WORTH / series.before as f64;
    let cell = |i: usize, j: usize| {
        let together = product(&controls[i], &controls[j]);
        share * if i == j { together } else { 0.5 * together }
    };
    (0..controls.len()).map(|i| (0..controls.len()).map(|j| cell(i, j)).collect()).collect()
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
