//! The forecast without the action: a mixture over the likely models.

use crate::distributions::student_cdf;
use crate::impact::posterior::{Noise, Weighted};
use crate::local_level::{Fit, Series, dot};
use statrs::function::erf::erfc;

/// What the sum over some periods would have been.
pub(crate) struct Mixture {
    parts: Vec<Part>,
}

struct Part {
    weight: f64,
    mean: f64,
    deviation: f64,
    /// Degrees of freedom of Student's t; `None` for a normal forecast.
    freedom: Option<f64>,
}

impl Mixture {
    /// The sum of the periods `first`..`last` after the action, in the unit of the series.
    pub(crate) fn of(
        series: &Series,
        (fits, weights): &(Vec<Fit>, Vec<Weighted>),
        first: usize,
        last: usize,
    ) -> Self {
        let sums: Vec<(f64, f64)> =
            fits.iter().map(|fit| mean_and_spread(series, fit, first, last)).collect();
        let parts = weights.iter().map(|one| {
            let fit = &fits[one.fit];
            let (mean, spread) = sums[one.fit];
            let (noise, freedom) = match one.noise {
                Noise::Known(variance) => (variance, None),
                Noise::Estimated => (fit.squares / fit.freedom, Some(fit.freedom)),
            };
            Part {
                weight: one.weight,
                mean: series.centre * (last - first) as f64 + series.scale * mean,
                deviation: series.scale * (noise * spread).sqrt(),
                freedom,
            }
        });
        Self { parts: parts.collect() }
    }

    pub(crate) fn mean(&self) -> f64 {
        self.parts.iter().map(|part| part.weight * part.mean).sum()
    }

    /// The chance that the sum is at most `value`.
    pub(crate) fn below(&self, value: f64) -> f64 {
        let chance = |part: &Part| {
            if part.deviation <= 0.0 {
                return f64::from(u8::from(value >= part.mean));
            }
            let z = (value - part.mean) / part.deviation;
            match part.freedom {
                Some(freedom) => student_cdf(z, freedom),
                None => 0.5 * erfc(-z / std::f64::consts::SQRT_2),
            }
        };
        self.parts.iter().map(|part| part.weight * chance(part)).sum()
    }

    /// The value below which this share of the mixture lies.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        // Far enough for one tail of any part.
        let reach = |part: &Part| 60.0 * part.deviation;
        let low = self.parts.iter().map(|p| p.mean - reach(p)).fold(f64::INFINITY, f64::min);
        let high = self.parts.iter().map(|p| p.mean + reach(p)).fold(f64::NEG_INFINITY, f64::max);
        let (mut low, mut high) = (low, high);
        // Forty halvings: to a part in 10¹² of the range.
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if self.below(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

/// The mean and the variance, divided by that of the noise, of the sum of some periods.
fn mean_and_spread(series: &Series, fit: &Fit, first: usize, last: usize) -> (f64, f64) {
    let count = (last - first) as f64;
    let after = |column: &Vec<f64>| -> f64 {
        column[series.before + first..series.before + last].iter().sum()
    };
    // How far the controls are above their own level: what β multiplies.
    let controls: Vec<f64> = series.columns[1..]
        .iter()
        .zip(&fit.pass.levels[1..])
        .map(|(column, level)| after(column) - count * level)
        .collect();
    let mean = count * fit.pass.levels[0] + dot(&fit.weights, &controls);
    // A step of the level in period i, counted from 1, is in all periods from i on.
    let steps: f64 = (1..=last).map(|i| ((last + 1 - i.max(first + 1)) as f64).powi(2)).sum();
    let uncertain: f64 =
        fit.inverse.iter().zip(&controls).map(|(line, c)| c * dot(line, &controls)).sum();
    (mean, count * count * fit.pass.variance + fit.ratio * steps + count + uncertain)
}
