//! The adoption curve of an introduction campaign (SCIENCE 1.3): is it on track, and does word of
//! mouth take over?
//!
//! Fitted by non-linear least squares (Srinivasan & Mason 1986). The market m enters linearly, so it
//! is solved exactly for every (p, q) and only two dimensions are left for the simplex method of
//! this crate: lighter and steadier than a Levenberg-Marquardt on three.

use crate::distributions::z95;
use crate::interval::Interval;
use crate::invalid::Invalid;
use crate::linear::invert;
use crate::minimise::nelder_mead;

/// A forecast is shown only when the error of the market is below this part of it.
pub const LARGEST_RELATIVE_ERROR: f64 = 0.25;
/// Three parameters leave nothing to judge by with fewer weeks than this.
pub const FEWEST_WEEKS: usize = 4;

/// The curve of Bass (1969): F(t) = (1 − e^(−(p+q)t)) / (1 + (q/p)·e^(−(p+q)t)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bass {
    /// Pull of the campaign, per week.
    pub p: f64,
    /// Imitation, per week.
    pub q: f64,
    /// How many people will be connected in the end.
    pub m: f64,
}

impl Bass {
    /// The share of the final number that is connected after `weeks`; 0 before the start.
    #[must_use]
    pub fn share(self, weeks: f64) -> f64 {
        share(self.p, self.q, weeks)
    }

    /// How many are connected after `weeks`.
    #[must_use]
    pub fn connected(self, weeks: f64) -> f64 {
        self.m * self.share(weeks)
    }

    /// When most people a week join: ln(q/p)/(p+q). `None` unless q > p; then the number per week
    /// falls from the start.
    #[must_use]
    pub fn peak(self) -> Option<f64> {
        (self.q > self.p).then(|| (self.q / self.p).ln() / (self.p + self.q))
    }

    /// People per week at the peak: m(p+q)²/4q. `None` unless there is one.
    #[must_use]
    pub fn peak_rate(self) -> Option<f64> {
        self.peak().map(|_| self.m * (self.p + self.q).powi(2) / (4.0 * self.q))
    }
}

fn share(p: f64, q: f64, t: f64) -> f64 {
    if t <= 0.0 {
        return 0.0;
    }
    let left = (-(p + q) * t).exp();
    (1.0 - left) / (1.0 + q / p * left)
}

/// Whether the fitted curve may be used to look ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecast {
    /// The peak is behind us and the final number is known well enough.
    Shown,
    /// The fitted peak is still to come: the end cannot be told from the start.
    PeakAhead,
    /// The error of the final number is a quarter of it or more.
    TooUncertain,
}

/// A fitted curve with its errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The curve.
    pub curve: Bass,
    /// Standard error of p, q and m; infinite where the weeks do not tell.
    pub errors: Bass,
    /// Sum of squared residuals, in people².
    pub squares: f64,
    /// Weeks it was fitted on.
    pub weeks: usize,
    /// Whether m was held at the number of eligible people.
    pub at_limit: bool,
}

impl Fit {
    /// Whether a forecast may be shown; otherwise the page shows the raw curve only. Waves and
    /// compulsory logins break the shape, and short series underrate or explode m (Van den Bulte &
    /// Lilien 1997), hence the rule.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        // Without a peak the number per week fell from the start: it is behind us.
        if self.curve.peak().is_some_and(|peak| peak >= self.weeks as f64) {
            Forecast::PeakAhead
        } else if self.errors.m / self.curve.m < LARGEST_RELATIVE_ERROR {
            Forecast::Shown
        } else {
            Forecast::TooUncertain
        }
    }

    /// 95% range of the final number, at most the eligible people when given.
    #[must_use]
    pub fn final_range(&self, eligible: Option<u64>) -> Interval {
        let reach = z95() * self.errors.m;
        let most = eligible.map_or(f64::INFINITY, |all| all as f64);
        Interval {
            low: (self.curve.m - reach).clamp(0.0, most),
            high: (self.curve.m + reach).min(most),
        }
    }
}

/// Fits activations per week, from the first week of the campaign. `eligible` bounds m.
///
/// `None` with fewer than [`FEWEST_WEEKS`] weeks or without any activation. A bounded m has the
/// error it would have had unbounded at that place.
///
/// # Errors
/// [`Invalid::PartAboveWhole`] when more joined than are eligible.
pub fn fit(weekly: &[u64], eligible: Option<u64>) -> Result<Option<Fit>, Invalid> {
    let all: u64 = weekly.iter().sum();
    if eligible.is_some_and(|most| all > most) {
        return Err(Invalid::PartAboveWhole);
    }
    if weekly.len() < FEWEST_WEEKS || all == 0 {
        return Ok(None);
    }
    let seen: Vec<f64> = weekly.iter().map(|&w| w as f64).collect();
    let most = eligible.map_or(f64::INFINITY, |e| e as f64);
    let curve_at = |point: &[f64]| {
        let (p, q) = (point[0].exp().clamp(1e-9, 5.0), point[1].exp().clamp(1e-9, 5.0));
        Bass { p, q, m: market(&seen, p, q).min(most) }
    };
    let loss = |point: &[f64]| squares(&seen, curve_at(point));
    let starts = [(0.01, 0.4), (0.03, 0.2), (0.1, 0.05), (0.003, 0.8)];
    let best = starts
        .iter()
        .map(|(p, q): &(f64, f64)| nelder_mead(loss, &[p.ln(), q.ln()], 0.5))
        .min_by(|a, b| loss(a).total_cmp(&loss(b)));
    Ok(best.map(|point| {
        let curve = curve_at(&point);
        let squares = squares(&seen, curve);
        Fit {
            curve,
            errors: errors(&seen, curve, squares),
            squares,
            weeks: seen.len(),
            at_limit: curve.m >= most,
        }
    }))
}

/// The share that joins in each week.
fn parts(weeks: usize, p: f64, q: f64) -> impl Iterator<Item = f64> {
    (0..weeks).map(move |week| share(p, q, week as f64 + 1.0) - share(p, q, week as f64))
}

/// The m that fits best for this p and q: linear least squares through the origin.
fn market(seen: &[f64], p: f64, q: f64) -> f64 {
    let (mut product, mut square) = (0.0, 0.0);
    for (part, y) in parts(seen.len(), p, q).zip(seen) {
        product += part * y;
        square += part * part;
    }
    product / square
}

fn squares(seen: &[f64], curve: Bass) -> f64 {
    let expected = parts(seen.len(), curve.p, curve.q);
    expected.zip(seen).map(|(part, y)| (y - curve.m * part).powi(2)).sum()
}

/// Standard errors √diag((JᵀJ)⁻¹·SSE/(n−3)), J by central differences.
fn errors(seen: &[f64], curve: Bass, squares: f64) -> Bass {
    let unknown = Bass { p: f64::INFINITY, q: f64::INFINITY, m: f64::INFINITY };
    let slope = |of: &dyn Fn(f64) -> (f64, f64), at: f64| -> Vec<f64> {
        let step = at * 1e-5;
        let ((p1, q1), (p0, q0)) = (of(at + step), of(at - step));
        let (up, down) = (parts(seen.len(), p1, q1), parts(seen.len(), p0, q0));
        up.zip(down).map(|(u, d)| curve.m * (u - d) / (2.0 * step)).collect()
    };
    let by_p = slope(&|p| (p, curve.q), curve.p);
    let by_q = slope(&|q| (curve.p, q), curve.q);
    let by_m: Vec<f64> = parts(seen.len(), curve.p, curve.q).collect();
    // Scaled by the parameters, so that the matrix is invertible in doubles.
    let columns = [(by_p, curve.p), (by_q, curve.q), (by_m, curve.m)];
    let product = |i: usize, j: usize| -> f64 {
        let (a, b) = (&columns[i], &columns[j]);
        a.0.iter().zip(&b.0).map(|(x, y)| x * y).sum::<f64>() * a.1 * b.1
    };
    let gram = (0..3).map(|i| (0..3).map(|j| product(i, j)).collect()).collect();
    let Some(inverse) = invert(gram) else {
        return unknown;
    };
    let variance = squares / (seen.len() as f64 - 3.0);
    let error = |i: usize| (inverse[i][i] * variance).max(0.0).sqrt() * columns[i].1;
    Bass { p: error(0), q: error(1), m: error(2) }
}
