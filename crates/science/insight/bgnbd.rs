//! How many will come back: the BG/NBD model (SCIENCE 2.3), for forecasts of the whole community.
//!
//! Visits come as a Poisson process with a rate from Gamma(r, α); after each visit a member drops
//! out with a chance from Beta(a, b) (Fader, Hardie & Lee 2005). Daily habits and holidays are no
//! Poisson process, so this speaks of the community, never of a person.
//!
//! Fitted with the simplex method of this crate on the logarithms of the four parameters, restarted
//! until it stays: four smooth dimensions do not ask for a library of optimisers.

use std::collections::BTreeMap;

use statrs::function::gamma::ln_gamma;

use crate::invalid::Invalid;
use crate::minimise::nelder_mead;

/// Fewest members for a forecast.
pub const FEWEST_MEMBERS: usize = 500;
/// Fewest days of history for a forecast: three months.
pub const FEWEST_DAYS: f64 = 90.0;

/// The history of one member, in any one unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visits {
    /// Visits after the first (x).
    pub returns: u32,
    /// Time from the first to the last visit (t_x); 0 without a return.
    pub recency: f64,
    /// Time from the first visit to the cut-off (T).
    pub age: f64,
}

/// The four parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd {
    /// Shape of the visiting rates.
    pub r: f64,
    /// Scale of the visiting rates, in the unit of time.
    pub alpha: f64,
    /// First parameter of the drop-out chances.
    pub a: f64,
    /// Second parameter of the drop-out chances.
    pub b: f64,
}

/// A fitted model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The parameters.
    pub model: BgNbd,
    /// Log-likelihood.
    pub log_likelihood: f64,
    /// Members it was fitted on.
    pub n: usize,
}

impl BgNbd {
    /// The chance that a member is still there at the cut-off. Without a return it is always 1, by
    /// construction: do not show it then ([`Self::shown_alive`]).
    #[must_use]
    pub fn alive(self, visits: Visits) -> f64 {
        if visits.returns == 0 {
            return 1.0;
        }
        1.0 / (1.0 + self.log_odds_gone(visits).exp())
    }

    /// The same, but nothing where the model says nothing.
    #[must_use]
    pub fn shown_alive(self, visits: Visits) -> Option<f64> {
        (visits.returns > 0).then(|| self.alive(visits))
    }

    /// The logarithm of the odds of having dropped out; the odds themselves may be too large for a
    /// double. Minus infinity without a return.
    fn log_odds_gone(self, visits: Visits) -> f64 {
        if visits.returns == 0 {
            return f64::NEG_INFINITY;
        }
        let x = f64::from(visits.returns);
        let base = (self.alpha + visits.age) / (self.alpha + visits.recency);
        (self.a / (self.b + x - 1.0)).ln() + (self.r + x) * base.ln()
    }

    /// Expected number of visits in the next `span`, given the history.
    ///
    /// With z = span/(α+T+span), Euler's transformation turns the published form into
    /// (a+b+x−1)/(a−1)·(1 − (1−z)^(a−1)·₂F₁(a+b−1−r, a−1; a+b+x−1; z)), which ends soonest. With
    /// rates that hardly differ (a large r) its terms alternate and cancel: there the published form
    /// is used, (1−z)^(r+x)·₂F₁(r+x, b+x; a+b+x−1; z), of which every term is positive.
    #[must_use]
    pub fn expected(self, visits: Visits, span: f64) -> f64 {
        if span <= 0.0 {
            return 0.0;
        }
        // The form is 0/0 at a = 1; the function itself is smooth there.
        if (self.a - 1.0).abs() < 1e-5 {
            let aside = |a: f64| Self { a, ..self }.expected(visits, span);
            return 0.5 * (aside(1.0 - 2e-5) + aside(1.0 + 2e-5));
        }
        let x = f64::from(visits.returns);
        let z = span / (self.alpha + visits.age + span);
        let c = self.a + self.b + x - 1.0;
        // Likewise where the third parameter passes zero.
        if c.abs() < 1e-9 {
            let aside = |b: f64| Self { b, ..self }.expected(visits, span);
            return 0.5 * (aside(self.b - 1e-6) + aside(self.b + 1e-6));
        }
        let first = self.a + self.b - 1.0 - self.r;
        let ((series, scale), power) = if first * z < -10.0 {
            (hypergeometric(self.r + x, self.b + x, c, z), self.r + x)
        } else {
            (hypergeometric(first, self.a - 1.0, c, z), self.a - 1.0)
        };
        let bracket = 1.0 - series * (scale + power * (-z).ln_1p()).exp();
        (c / (self.a - 1.0) * bracket * self.alive(visits)).max(0.0)
    }

    /// Expected number of visits, after the first, of a new member in their first `span`.
    #[must_use]
    pub fn expected_of_newcomer(self, span: f64) -> f64 {
        self.expected(Visits { returns: 0, recency: 0.0, age: 0.0 }, span)
    }

    /// The logarithm of the likelihood of these histories.
    #[must_use]
    pub fn log_likelihood(self, members: &[Visits]) -> f64 {
        // The gamma functions depend on x alone, of which there are few different ones.
        let mut by_count: BTreeMap<u32, Vec<Visits>> = BTreeMap::new();
        members.iter().for_each(|m| by_count.entry(m.returns).or_default().push(*m));
        self.likelihood_of(&by_count)
    }

    fn likelihood_of(self, by_count: &BTreeMap<u32, Vec<Visits>>) -> f64 {
        let Self { r, alpha, a, b } = self;
        by_count
            .iter()
            .map(|(&returns, members)| {
                let x = f64::from(returns);
                let shared = ln_gamma(r + x) - ln_gamma(r)
                    + r * alpha.ln()
                    + ln_gamma(a + b)
                    + ln_gamma(b + x)
                    - ln_gamma(b)
                    - ln_gamma(a + b + x);
                let own =
                    |m: &Visits| softplus(self.log_odds_gone(*m)) - (r + x) * (alpha + m.age).ln();
                members.len() as f64 * shared + members.iter().map(own).sum::<f64>()
            })
            .sum()
    }
}

/// ln(1 + eˣ) without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// ₂F₁(a, b; c; z) for 0 <= z < 1 by its series, as a value and the logarithm of what it is to be
/// multiplied by: with extreme parameters the value itself does not fit in a double.
fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> (f64, f64) {
    const LARGE: f64 = 1e200;
    let (mut term, mut sum, mut scale) = (1.0, 1.0, 0.0);
    for step in 0..200_000_u32 {
        let n = f64::from(step);
        let ratio = (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        term *= ratio;
        sum += term;
        if term.abs() <= 1e-16 * sum.abs() && ratio.abs() < 1.0 {
            break;
        }
        if sum.abs() > LARGE {
            (term, sum, scale) = (term / LARGE, sum / LARGE, scale + LARGE.ln());
        }
    }
    (sum, scale)
}

/// Fits the model by maximum likelihood. `None` without members or when nobody returned, because
/// then nothing tells the rate from the drop-out. Whether a forecast may be shown is another matter:
/// [`may_forecast`].
///
/// # Errors
/// [`Invalid::NotFinite`] for times that are negative or not numbers, [`Invalid::PartAboveWhole`]
/// for a last visit after the cut-off.
pub fn fit(members: &[Visits]) -> Result<Option<Fit>, Invalid> {
    let proper = |t: f64| t.is_finite() && t >= 0.0;
    if members.iter().any(|m| !proper(m.recency) || !proper(m.age)) {
        return Err(Invalid::NotFinite);
    }
    if members.iter().any(|m| m.recency > m.age) {
        return Err(Invalid::PartAboveWhole);
    }
    let oldest = members.iter().map(|m| m.age).fold(0.0, f64::max);
    if oldest <= 0.0 || members.iter().all(|m| m.returns == 0) {
        return Ok(None);
    }
    let mut by_count: BTreeMap<u32, Vec<Visits>> = BTreeMap::new();
    members.iter().for_each(|m| by_count.entry(m.returns).or_default().push(*m));
    let model_at = |point: &[f64]| {
        let positive = |v: f64| v.exp().clamp(1e-6, 1e6);
        BgNbd {
            r: positive(point[0]),
            // In parts of the longest history, so that the unit of time does not matter.
            alpha: positive(point[1]) * oldest,
            a: positive(point[2]),
            b: positive(point[3]),
        }
    };
    let loss = |point: &[f64]| -model_at(point).likelihood_of(&by_count);
    let mut best = vec![0.0, -1.5, 0.0, 0.7];
    let mut value = f64::INFINITY;
    for _ in 0..8 {
        best = nelder_mead(loss, &best, 0.4);
        let reached = loss(&best);
        if value - reached < 1e-9 * (1.0 + reached.abs()) {
            break;
        }
        value = reached;
    }
    let model = model_at(&best);
    Ok(Some(Fit { model, log_likelihood: -loss(&best), n: members.len() }))
}

/// Whether a forecast may be shown: at least [`FEWEST_MEMBERS`] members and [`FEWEST_DAYS`] days
/// since the first of them came.
#[must_use]
pub fn may_forecast(members: usize, days: f64) -> bool {
    members >= FEWEST_MEMBERS && days >= FEWEST_DAYS
}
