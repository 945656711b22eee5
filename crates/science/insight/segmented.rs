//! Before and after without a holdout: segmented regression of a weekly series (SCIENCE 7.3).
//!
//! This is an indication, never proof: something else may have happened in the same week. The
//! page says so ("aanwijzing, geen bewijs").

use crate::distributions::student_quantile;
use crate::interval::Interval;
use crate::invalid::Invalid;

/// Fewest weeks before the action for the figure to be shown.
pub const FEWEST_BEFORE: usize = 12;
/// Fewest weeks after.
pub const FEWEST_AFTER: usize = 6;

const TERMS: usize = 4;
type Row = [f64; TERMS];
type Square = [Row; TERMS];

/// An estimate with two standard errors, of which the larger counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Ordinary least squares.
    pub ordinary_error: f64,
    /// Newey-West: allows neighbouring weeks to be alike.
    pub robust_error: f64,
    /// 95% range with the larger of the two errors.
    pub interval: Interval,
}

/// A series before and after an action.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segmented {
    /// Weeks before and after.
    pub weeks: (usize, usize),
    /// The jump in the first week after.
    pub level: Estimate,
    /// The change of the trend per week.
    pub slope: Estimate,
    /// Everything after the action together, above the continued earlier trend.
    pub total: Estimate,
    /// Fewer weeks than [`FEWEST_BEFORE`] and [`FEWEST_AFTER`]: do not show.
    pub too_short: bool,
}

/// Fits y = a + b·t + level·after + slope·after·(t − start) (Wagner and others 2002), with errors
/// by ordinary least squares and by Newey & West (1987) over ⌊4(n/100)^(2/9)⌋ lags with the
/// correction n/(n−4).
///
/// `None` with fewer than two weeks on either side or fewer than five together.
///
/// # Errors
/// [`Invalid::NotFinite`] for values that are not finite.
pub fn segmented(before: &[f64], after: &[f64]) -> Result<Option<Segmented>, Invalid> {
    if before.iter().chain(after).any(|v| !v.is_finite()) {
        return Err(Invalid::NotFinite);
    }
    let (b, a) = (before.len(), after.len());
    if b < 2 || a < 2 || b + a <= TERMS {
        return Ok(None);
    }
    // Time is counted from the first week after, which keeps the numbers small.
    let rows: Vec<Row> = (0..b + a)
        .map(|week| {
            let time = week as f64 - b as f64;
            if week < b { [1.0, time, 0.0, 0.0] } else { [1.0, time, 1.0, time] }
        })
        .collect();
    let values: Vec<f64> = before.iter().chain(after).copied().collect();
    let Some(fit) = Fit::new(&rows, &values) else {
        return Ok(None);
    };
    let length = a as f64;
    Ok(Some(Segmented {
        weeks: (b, a),
        level: fit.estimate([0.0, 0.0, 1.0, 0.0]),
        slope: fit.estimate([0.0, 0.0, 0.0, 1.0]),
        total: fit.estimate([0.0, 0.0, length, length * (length - 1.0) / 2.0]),
        too_short: b < FEWEST_BEFORE || a < FEWEST_AFTER,
    }))
}

/// A least-squares fit with both covariance matrices.
struct Fit {
    coefficients: Row,
    ordinary: Square,
    robust: Square,
    freedom: f64,
}

impl Fit {
    fn new(rows: &[Row], values: &[f64]) -> Option<Self> {
        let mut gram = [[0.0; TERMS]; TERMS];
        let mut moments = [0.0; TERMS];
        for (row, y) in rows.iter().zip(values) {
            add_outer(&mut gram, row, row, 1.0);
            (0..TERMS).for_each(|i| moments[i] += row[i] * y);
        }
        let inverse = invert(gram)?;
        let coefficients = inverse.map(|line| dot(&line, &moments));
        let residuals: Vec<f64> =
            rows.iter().zip(values).map(|(row, y)| y - dot(row, &coefficients)).collect();
        let size = rows.len() as f64;
        let freedom = size - TERMS as f64;
        let variance = residuals.iter().map(|e| e * e).sum::<f64>() / freedom;
        let ordinary = inverse.map(|line| line.map(|v| v * variance));
        let lags = (4.0 * (size / 100.0).powf(2.0 / 9.0)).floor() as usize;
        let mut middle = [[0.0; TERMS]; TERMS];
        for (index, row) in rows.iter().enumerate() {
            add_outer(&mut middle, row, row, residuals[index].powi(2));
            for lag in 1..=lags.min(index) {
                let weight = 1.0 - lag as f64 / (lags as f64 + 1.0);
                let product = weight * residuals[index] * residuals[index - lag];
                add_outer(&mut middle, row, &rows[index - lag], product);
                add_outer(&mut middle, &rows[index - lag], row, product);
            }
        }
        let sandwich = multiply(&multiply(&inverse, &middle), &inverse);
        let robust = sandwich.map(|line| line.map(|v| v * size / freedom));
        Some(Self { coefficients, ordinary, robust, freedom })
    }

    /// A weighted sum of the coefficients.
    fn estimate(&self, weights: Row) -> Estimate {
        let value = dot(&weights, &self.coefficients);
        let error = |covariance: &Square| {
            dot(&weights, &covariance.map(|line| dot(&line, &weights))).max(0.0).sqrt()
        };
        let (ordinary_error, robust_error) = (error(&self.ordinary), error(&self.robust));
        let reach = student_quantile(0.975, self.freedom) * ordinary_error.max(robust_error);
        let interval = Interval { low: value - reach, high: value + reach };
        Estimate { value, ordinary_error, robust_error, interval }
    }
}

fn dot(a: &Row, b: &Row) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn add_outer(into: &mut Square, a: &Row, b: &Row, weight: f64) {
    for (line, x) in into.iter_mut().zip(a) {
        for (cell, y) in line.iter_mut().zip(b) {
            *cell += weight * x * y;
        }
    }
}

fn multiply(a: &Square, b: &Square) -> Square {
    let mut product = [[0.0; TERMS]; TERMS];
    for (line, left) in product.iter_mut().zip(a) {
        for (weight, right) in left.iter().zip(b) {
            line.iter_mut().zip(right).for_each(|(cell, value)| *cell += weight * value);
        }
    }
    product
}

/// Gauss-Jordan elimination with row exchange; `None` for a singular matrix.
fn invert(mut matrix: Square) -> Option<Square> {
    let mut inverse = [[0.0; TERMS]; TERMS];
    (0..TERMS).for_each(|i| inverse[i][i] = 1.0);
    for column in 0..TERMS {
        let size = |r: &usize| matrix[*r][column].abs();
        let best = (column..TERMS).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        if matrix[best][column].abs() < 1e-12 {
            return None;
        }
        matrix.swap(column, best);
        inverse.swap(column, best);
        let scale = matrix[column][column];
        matrix[column] = matrix[column].map(|v| v / scale);
        inverse[column] = inverse[column].map(|v| v / scale);
        for row in (0..TERMS).filter(|&r| r != column) {
            let weight = matrix[row][column];
            for term in 0..TERMS {
                matrix[row][term] -= weight * matrix[column][term];
                inverse[row][term] -= weight * inverse[column][term];
            }
        }
    }
    Some(inverse)
}
