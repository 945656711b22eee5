//! Looking ahead (SCIENCE 11): the seasonal naive forecast is the benchmark, exponential smoothing,
//! a damped trend and Theta must beat it, and the 80% range and the chance of the target stand
//! beside every figure.
//!
//! Ours rather than a library's: each method is a recursion of a few lines whose starting values and
//! error formulas have to be the documented ones, and a library of forecasting would bring ten times
//! the code of this crate.
//!
//! - [`naive`], [`smoothing`], [`damped`], [`theta`]: the four methods.
//! - [`season`]: whether there is a season; [`stl`]: taking it out, also where it changes slowly or
//!   there are several.
//! - [`choice`]: which method, by rolling origin; [`choice::forecast`] is what a page calls.

pub mod choice;
pub mod damped;
pub mod naive;
pub mod season;
pub mod smoothing;
pub mod stl;
pub mod theta;

use crate::distributions::{student_cdf, student_quantile};
use crate::interval::Interval;

/// The ranges of forecasts hold the outcome in four of five cases.
pub const COVERAGE: f64 = 0.80;

/// The four methods, simplest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The value of one season ago.
    SeasonalNaive,
    /// Simple exponential smoothing.
    Smoothing,
    /// Damped trend.
    DampedTrend,
    /// Theta.
    Theta,
}

/// One step ahead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ahead {
    /// How many steps ahead; 1 is the first period after the last value.
    pub steps: usize,
    /// The forecast.
    pub mean: f64,
    /// 80% range.
    pub interval: Interval,
    /// Standard error of the outcome around the forecast.
    pub error: f64,
    /// Degrees of freedom of that error.
    pub freedom: f64,
}

impl Ahead {
    fn new(steps: usize, mean: f64, error: f64, freedom: f64) -> Self {
        let reach = student_quantile(0.5 + COVERAGE / 2.0, freedom) * error;
        let interval = Interval { low: mean - reach, high: mean + reach };
        Self { steps, mean, interval, error, freedom }
    }

    /// The chance that the outcome is at least `target`.
    #[must_use]
    pub fn chance_of(&self, target: f64) -> f64 {
        if self.error <= 0.0 {
            return if self.mean >= target { 1.0 } else { 0.0 };
        }
        student_cdf((self.mean - target) / self.error, self.freedom)
    }
}

/// A method fitted to a series: what it says ahead, and how far off it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// Forecast 1, 2, … steps ahead.
    pub ahead: Vec<f64>,
    /// The error variance at each step ahead, in parts of that at the first.
    pub widths: Vec<f64>,
    /// Sum of squared one-step errors in the series.
    pub squares: f64,
    /// How many one-step errors.
    pub errors: usize,
    /// How many parameters were fitted.
    pub parameters: usize,
}

/// The value between `low` and `high` at which `f` is smallest, to 1e-9: a coarse grid against local
/// minima, then golden section (Kiefer 1953).
fn smallest(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
    const GRID: u32 = 50;
    let step = (high - low) / f64::from(GRID);
    let at = |i: u32| low + step * f64::from(i);
    let best = (0..=GRID).min_by(|&a, &b| f(at(a)).total_cmp(&f(at(b)))).unwrap_or(0);
    let (mut left, mut right) = (at(best.saturating_sub(1)), at((best + 1).min(GRID)));
    let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
    while right - left > 1e-9 {
        let (a, b) = (right - golden * (right - left), left + golden * (right - left));
        if f(a) <= f(b) { right = b } else { left = a }
    }
    0.5 * (left + right)
}
