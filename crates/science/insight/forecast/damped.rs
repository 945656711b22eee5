//! A trend that dies out (Gardner & McKenzie 1985; Holt 1957): it follows growth without promising
//! that it goes on for ever.

use super::Fitted;
use crate::minimise::nelder_mead;

/// Values over which the starting level and trend are drawn.
const START: usize = 10;

/// A level, a trend and how they follow the series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Damped {
    /// Part of an error that goes into the level (α).
    pub alpha: f64,
    /// Part of a change of level that goes into the trend (β).
    pub beta: f64,
    /// What is left of the trend after one step (φ).
    pub phi: f64,
    /// Level before the first value.
    pub level: f64,
    /// Trend before the first value.
    pub trend: f64,
}

impl Damped {
    /// Runs through the series: the state after it, and the squared one-step errors.
    /// l′ = αy + (1−α)(l+φb), b′ = β(l′−l) + (1−β)φb.
    #[must_use]
    pub fn run(self, values: &[f64]) -> (Self, f64) {
        let (mut level, mut trend, mut squares) = (self.level, self.trend, 0.0);
        for y in values {
            let expected = level + self.phi * trend;
            squares += (y - expected).powi(2);
            let next = expected + self.alpha * (y - expected);
            trend = self.beta * (next - level) + (1.0 - self.beta) * self.phi * trend;
            level = next;
        }
        (Self { level, trend, ..self }, squares)
    }

    /// Forecasts from this state: l + b(φ + φ² + … + φʰ).
    #[must_use]
    pub fn ahead(self, steps: usize) -> Vec<f64> {
        self.dampings(steps).into_iter().map(|sum| self.level + sum * self.trend).collect()
    }

    /// φ, φ+φ², φ+φ²+φ³, …
    fn dampings(self, steps: usize) -> Vec<f64> {
        let (mut power, mut sum) = (1.0, 0.0);
        (0..steps)
            .map(|_| {
                power *= self.phi;
                sum += power;
                sum
            })
            .collect()
    }
}

/// Fits α, β and φ (between .80 and .98) to the smallest squared errors, from the straight line
/// through the first ten values. Error variance 1 + Σ(α + αβ(φ+…+φʲ))² over the steps before
/// (Hyndman and others 2008). `None` below five values.
#[must_use]
pub fn fit(values: &[f64], steps: usize) -> Option<Fitted> {
    if values.len() < 5 {
        return None;
    }
    let (level, trend) = line(&values[..values.len().min(START)]);
    let model = |point: &[f64]| {
        let part = |v: f64, low: f64, high: f64| low + (high - low) / (1.0 + (-v).exp());
        Damped {
            alpha: part(point[0], 0.0, 1.0),
            beta: part(point[1], 0.0, 1.0),
            phi: part(point[2], 0.80, 0.98),
            // The line at the place before the first value.
            level: level - trend,
            trend,
        }
    };
    let loss = |point: &[f64]| model(point).run(values).1;
    let starts = [[0.0, -2.0, 1.0], [-2.0, -3.0, 0.0]];
    let best = starts
        .iter()
        .map(|start| nelder_mead(loss, start, 0.7))
        .min_by(|a, b| loss(a).total_cmp(&loss(b)))?;
    let fitted = model(&best);
    let (state, squares) = fitted.run(values);
    let mut width = 1.0;
    let widths = state
        .dampings(steps)
        .into_iter()
        .map(|sum| {
            let now = width;
            width += (fitted.alpha * (1.0 + fitted.beta * sum)).powi(2);
            now
        })
        .collect();
    Some(Fitted { ahead: state.ahead(steps), widths, squares, errors: values.len(), parameters: 5 })
}

/// The straight line of least squares: its value at the first place, and its slope.
pub(super) fn line(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let middle = (n - 1.0) / 2.0;
    let mean = values.iter().sum::<f64>() / n;
    let (mut product, mut square) = (0.0, 0.0);
    for (place, y) in values.iter().enumerate() {
        let off = place as f64 - middle;
        product += off * (y - mean);
        square += off * off;
    }
    let slope = if square > 0.0 { product / square } else { 0.0 };
    (mean - slope * middle, slope)
}
