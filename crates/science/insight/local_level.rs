//! A series whose level wanders: the local level model (SCIENCE 7.3).
//!
//! y_t = μ_t + x_t'β + ε_t with μ_{t+1} = μ_t + η_t: noise around a level that may move, beside
//! control series that the action cannot have touched. Nothing is assumed of the first level and
//! of β (diffuse). Filtered by Kalman's recursions (Durbin & Koopman 2012), with β estimated by
//! running the same filter over the control series (de Jong 1991).

use crate::interval::Interval;
use crate::invalid::Invalid;
use crate::linear::invert;

/// The two variances of the model, in the square of the unit of the series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variances {
    /// Of the noise, σ²ε; above zero.
    pub noise: f64,
    /// Of a step of the level, σ²η; zero for a level that stands still.
    pub level: f64,
}

/// What the filter knows at the end of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Filtered {
    /// The logarithm of the likelihood of all values but the first, which the diffuse start uses
    /// up.
    pub log_likelihood: f64,
    /// The level at the last value.
    pub level: f64,
    /// The variance of that level.
    pub variance: f64,
}

impl Filtered {
    /// The 95% range of the value so many steps ahead (at least one).
    #[must_use]
    pub fn forecast(&self, variances: Variances, ahead: u32) -> Interval {
        let spread = self.variance + f64::from(ahead) * variances.level + variances.noise;
        let reach = crate::distributions::z95() * spread.sqrt();
        Interval { low: self.level - reach, high: self.level + reach }
    }
}

/// Filters a series with known variances and nothing assumed of the first level. `None` for a
/// series without values.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite, [`Invalid::NotPositive`] for noise that
/// is not above zero or a level variance below zero.
pub fn filter(values: &[f64], variances: Variances) -> Result<Option<Filtered>, Invalid> {
    filter_from(values, variances, f64::INFINITY)
}

/// The same with a first level around 0 of this variance, as programs have it that approach
/// "nothing assumed" by a large number.
///
/// # Errors
/// As [`filter`]; also [`Invalid::NotPositive`] for a start that is not above zero.
pub fn filter_from(
    values: &[f64],
    variances: Variances,
    start: f64,
) -> Result<Option<Filtered>, Invalid> {
    finite(values)?;
    let usable = variances.noise > 0.0 && variances.level >= 0.0 && start > 0.0;
    if !usable {
        return Err(Invalid::NotPositive);
    }
    if values.is_empty() {
        return Ok(None);
    }
    // The share of the first value that is believed: all of it without a first level.
    let believed = 1.0 / (1.0 + variances.noise / start);
    let ratio = variances.level / variances.noise;
    let pass = Pass::over(&[values.to_vec()], values.len(), ratio, believed);
    let count = values.len() as f64 - 1.0;
    let log_likelihood = -0.5
        * (count * (std::f64::consts::TAU * variances.noise).ln()
            + pass.log_spread
            + pass.products[0][0] / variances.noise);
    let variance = pass.variance * variances.noise;
    Ok(Some(Filtered { log_likelihood, level: pass.levels[0], variance }))
}

/// Estimates the variances by maximum likelihood, the scale concentrated out. A level that does
/// not move at all is a possible answer. `None` with fewer than four values or when all are equal.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn fit(values: &[f64]) -> Result<Option<Variances>, Invalid> {
    finite(values)?;
    if values.len() < 4 || values.iter().all(|v| *v == values[0]) {
        return Ok(None);
    }
    let series = Series::new(values, values.len(), &[])?;
    let likelihood = |ratio: f64| series.at(ratio).map_or(f64::NEG_INFINITY, |fit| fit.profile());
    let ratio = best_ratio(likelihood);
    Ok(series.at(ratio).map(|fit| {
        let noise = fit.squares / fit.freedom * series.scale.powi(2);
        Variances { noise, level: ratio * noise }
    }))
}

/// The ratio σ²η/σ²ε with the highest likelihood: a look at powers of two, then golden section.
fn best_ratio(likelihood: impl Fn(f64) -> f64) -> f64 {
    let steps = || (-40..=30).map(f64::from);
    let Some(top) = steps().max_by(|a, b| likelihood(a.exp2()).total_cmp(&likelihood(b.exp2())))
    else {
        return 0.0;
    };
    let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
    let (mut low, mut high) = (top - 1.0, top + 1.0);
    for _ in 0..80 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if likelihood(left.exp2()) < likelihood(right.exp2()) {
            low = left;
        } else {
            high = right;
        }
    }
    let found = (0.5 * (low + high)).exp2();
    if likelihood(0.0) >= likelihood(found) { 0.0 } else { found }
}

pub(crate) fn finite(values: &[f64]) -> Result<(), Invalid> {
    if values.iter().all(|v| v.is_finite()) { Ok(()) } else { Err(Invalid::NotFinite) }
}

/// One walk of the filter over several series at once, with the noise variance as unit: its gain
/// depends on the ratio of the variances only, not on the values.
#[derive(Clone)]
pub(crate) struct Pass {
    /// The level of each series at the end.
    pub(crate) levels: Vec<f64>,
    /// The variance of a level at the end.
    pub(crate) variance: f64,
    /// Σ ln F: the spread of what could not be foreseen.
    pub(crate) log_spread: f64,
    /// Σ v·v'/F: the products of what could not be foreseen in each two series.
    pub(crate) products: Vec<Vec<f64>>,
}

impl Pass {
    /// Over the first `length` values (at least one) of each series, of which the first is
    /// believed so much: 1 when nothing is assumed of the first level.
    pub(crate) fn over(columns: &[Vec<f64>], length: usize, ratio: f64, believed: f64) -> Self {
        let count = columns.len();
        let mut pass = Self {
            levels: columns.iter().map(|column| believed * column[0]).collect(),
            variance: believed,
            log_spread: 0.0,
            products: vec![vec![0.0; count]; count],
        };
        let mut surprise = vec![0.0; count];
        for time in 1..length {
            let before = pass.variance + ratio;
            let spread = before + 1.0;
            let gain = before / spread;
            for (series, column) in columns.iter().enumerate() {
                surprise[series] = column[time] - pass.levels[series];
                pass.levels[series] += gain * surprise[series];
            }
            for (line, a) in pass.products.iter_mut().zip(&surprise) {
                line.iter_mut().zip(&surprise).for_each(|(cell, b)| *cell += a * b / spread);
            }
            pass.log_spread += spread.ln();
            // before·(1 − gain), in the form that does not cancel.
            pass.variance = gain;
        }
        pass
    }
}

/// A series with its controls, brought to a common scale.
pub(crate) struct Series {
    /// The series, then the controls.
    pub(crate) columns: Vec<Vec<f64>>,
    /// How many values belong to the time before.
    pub(crate) before: usize,
    /// The standard deviation of the series before.
    pub(crate) scale: f64,
    /// The mean of the series before.
    pub(crate) centre: f64,
}

impl Series {
    /// `controls` are as long as the series.
    pub(crate) fn new(
        values: &[f64],
        before: usize,
        controls: &[Vec<f64>],
    ) -> Result<Self, Invalid> {
        let (centre, scale) = centre_and_scale(&values[..before]);
        let mut columns = vec![values.iter().map(|v| (v - centre) / scale).collect::<Vec<f64>>()];
        for control in controls {
            let (centre, scale) = centre_and_scale(&control[..before]);
            columns.push(control.iter().map(|v| (v - centre) / scale).collect());
        }
        if columns.iter().flatten().all(|v| v.is_finite()) {
            Ok(Self { columns, before, scale, centre })
        } else {
            Err(Invalid::NotFinite)
        }
    }

    /// The fit for one ratio of the variances; `None` when the controls say the same thing.
    pub(crate) fn at(&self, ratio: f64) -> Option<Fit> {
        let pass = Pass::over(&self.columns, self.before, ratio, 1.0);
        let controls = self.columns.len() - 1;
        let gram: Vec<Vec<f64>> = (1..=controls).map(|i| pass.products[i][1..].to_vec()).collect();
        let moments = &pass.products[0][1..];
        let (inverse, log_determinant) = if controls == 0 {
            (Vec::new(), 0.0)
        } else {
            (invert(gram.clone())?, log_determinant(gram)?)
        };
        let weights: Vec<f64> = inverse.iter().map(|line| dot(line, moments)).collect();
        let squares = pass.products[0][0] - dot(&weights, moments);
        let freedom = self.before as f64 - 1.0 - controls as f64;
        Some(Fit { ratio, pass, inverse, weights, squares, freedom, log_determinant })
    }
}

impl Series {
    /// The fit with some of the controls, numbered from 0, and a normal prior around 0 on their
    /// weights with this precision (in units of the noise variance). The other controls have
    /// weight 0.
    pub(crate) fn chosen(
        &self,
        pass: &Pass,
        ratio: f64,
        chosen: &[usize],
        precision: &[Vec<f64>],
    ) -> Option<Fit> {
        let controls = self.columns.len() - 1;
        let block = |of: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
            chosen.iter().map(|&i| chosen.iter().map(|&j| of(i, j)).collect()).collect()
        };
        let gram = block(&|i, j| pass.products[i + 1][j + 1] + precision[i][j]);
        let prior = log_determinant(block(&|i, j| precision[i][j]))?;
        let log_determinant = log_determinant(gram.clone())? - prior;
        let small = invert(gram)?;
        let moments: Vec<f64> = chosen.iter().map(|&i| pass.products[0][i + 1]).collect();
        let mut inverse = vec![vec![0.0; controls]; controls];
        let mut weights = vec![0.0; controls];
        let mut squares = pass.products[0][0];
        for ((&i, line), moment) in chosen.iter().zip(&small).zip(&moments) {
            weights[i] = dot(line, &moments);
            squares -= weights[i] * moment;
            chosen.iter().zip(line).for_each(|(&j, value)| inverse[i][j] = *value);
        }
        // A weight with a prior is not estimated from the values alone.
        let freedom = self.before as f64 - 1.0;
        Some(Fit { ratio, pass: pass.clone(), inverse, weights, squares, freedom, log_determinant })
    }
}

/// The mean and the standard deviation; 1 for the latter when all values are equal.
fn centre_and_scale(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
    let deviation = (squares / (count - 1.0).max(1.0)).sqrt();
    (mean, if deviation > 1e-12 * mean.abs() { deviation } else { 1.0 })
}

/// The model at one ratio of its variances, in the units of [`Series`].
pub(crate) struct Fit {
    pub(crate) ratio: f64,
    pub(crate) pass: Pass,
    /// (X'X)⁻¹ of what could not be foreseen in the controls.
    pub(crate) inverse: Vec<Vec<f64>>,
    /// β.
    pub(crate) weights: Vec<f64>,
    /// The squares that are left, divided by their spread.
    pub(crate) squares: f64,
    /// Values less what was estimated from them.
    pub(crate) freedom: f64,
    log_determinant: f64,
}

impl Fit {
    /// The logarithm of the likelihood given the noise variance, up to a constant.
    pub(crate) fn given(&self, noise: f64) -> f64 {
        -0.5 * (self.freedom * noise.ln()
            + self.squares / noise
            + self.pass.log_spread
            + self.log_determinant)
    }

    /// The same with the noise variance that makes it largest.
    pub(crate) fn profile(&self) -> f64 {
        self.given((self.squares / self.freedom).max(f64::MIN_POSITIVE))
    }
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Of a symmetric positive matrix, by Cholesky's decomposition; `None` when it is not positive.
fn log_determinant(mut matrix: Vec<Vec<f64>>) -> Option<f64> {
    let size = matrix.len();
    let mut sum = 0.0;
    for i in 0..size {
        let pivot = matrix[i][i];
        let usable = pivot > 0.0;
        if !usable {
            return None;
        }
        sum += pivot.ln();
        let line = matrix[i].clone();
        for row in matrix.iter_mut().skip(i + 1) {
            let weight = row[i] / pivot;
            row.iter_mut().zip(&line).for_each(|(cell, b)| *cell -= weight * b);
        }
    }
    Some(sum)
}
