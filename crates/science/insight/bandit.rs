//! Which of several versions is best, and when to stop trying the others (SCIENCE 7.3, bandit).
//!
//! Late rewards and seasons fool it, so a share of the draws stays uniform and every draw's
//! propensity is written down: the effects can then still be estimated.

use crate::distributions::{beta_cdf, ln_beta};
use crate::proportion::Share;

/// Stop when the expected loss of the best is below this.
pub const STOP_BELOW: f64 = 0.005;
/// The part of the draws that stays uniform over all versions.
pub const UNIFORM: f64 = 0.10;
/// Fewest and most points of the quadrature.
const POINTS: (f64, f64) = (600.0, 20_000.0);

/// One version, judged with Beta(1, 1) before anything was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arm {
    /// How many did it, of how many.
    pub share: Share,
    /// The chance that this version is the best.
    pub best: f64,
    /// What one loses on average, as a fraction, by choosing it for good.
    pub loss: f64,
    /// The chance with which the next person should get it.
    pub propensity: f64,
}

/// Judges versions. An empty list gives an empty list.
#[must_use]
pub fn judge(shares: &[Share]) -> Vec<Arm> {
    let beliefs: Vec<(f64, f64)> =
        shares.iter().map(|s| (s.x() as f64 + 1.0, (s.n() - s.x()) as f64 + 1.0)).collect();
    let best = best_of(&beliefs);
    let highest: f64 = best.iter().map(|(_, mean)| mean).sum();
    let uniform = UNIFORM / shares.len().max(1) as f64;
    shares
        .iter()
        .zip(&beliefs)
        .zip(best)
        .map(|((&share, (a, b)), (best, _))| Arm {
            share,
            best,
            loss: (highest - a / (a + b)).max(0.0),
            propensity: uniform + (1.0 - UNIFORM) * best,
        })
        .collect()
}

/// Whether to stop: the place of the version that loses least, when that is less than
/// [`STOP_BELOW`].
#[must_use]
pub fn stop(arms: &[Arm]) -> Option<usize> {
    let least = (0..arms.len()).min_by(|&a, &b| arms[a].loss.total_cmp(&arms[b].loss))?;
    (arms[least].loss < STOP_BELOW).then_some(least)
}

/// The chance that the second share is higher than the first, by their beta beliefs (a, b).
pub(crate) fn chance_higher(first: (f64, f64), second: (f64, f64)) -> f64 {
    best_of(&[first, second])[1].0
}

/// For each belief the chance P(it is the largest), and E[its value; it is the largest].
///
/// Quadrature on the logit scale, where every beta density is smooth and falls off exponentially, so
/// that the trapezium rule is very exact; the steps are a quarter of the sharpest belief.
fn best_of(beliefs: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let width = |&(a, b): &(f64, f64)| (1.0 / a + 1.0 / b).sqrt();
    let sharpest = beliefs.iter().map(width).fold(f64::INFINITY, f64::min);
    let one = |(place, &(a, b)): (usize, &(f64, f64))| {
        let spread = 10.0 * width(&(a, b));
        let centre = (a / b).ln();
        let (low, high) = (centre - spread - 40.0 / a, centre + spread + 40.0 / b);
        let points = ((high - low) / (0.25 * sharpest)).clamp(POINTS.0, POINTS.1).ceil() as u32;
        let step = (high - low) / f64::from(points);
        let base = ln_beta(a, b);
        let (mut chance, mut mean) = (0.0, 0.0);
        for point in 0..=points {
            let y = low + step * f64::from(point);
            // ln x and ln (1 − x) of x = 1/(1 + e^−y), without losing digits at the ends.
            let (ln_x, ln_rest) = (-(-y).exp().ln_1p(), -y.exp().ln_1p());
            let density = (a * ln_x + b * ln_rest - base).exp();
            if density < 1e-18 {
                continue;
            }
            let x = ln_x.exp();
            let others = beliefs.iter().enumerate().filter(|(other, _)| *other != place);
            let largest: f64 = others.map(|(_, &(c, d))| beta_cdf(x, c, d)).product();
            chance += density * largest * step;
            mean += density * largest * step * x;
        }
        (chance.clamp(0.0, 1.0), mean)
    };
    beliefs.iter().enumerate().map(one).collect()
}
