//! The health score (SCIENCE 15): five bars first, one number second, the weakest named. A composite
//! indicator in the manner of the OECD/JRC handbook (2008).
//!
//! Never for comparing customers or people, and without learned weights.

use rand::Rng;

use crate::distributions::z95;
use crate::interval::Interval;
use crate::invalid::Invalid;

/// The five components.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component {
    /// Reach (1.1).
    Reach,
    /// Who stays: S(90) (2.2).
    Retention,
    /// Answers (3.1).
    Response,
    /// Spread over people: 1 − Gini of contributors (3.6).
    Spread,
    /// Ties between departments (4.1).
    Connection,
}

/// All components, in the order in which they are shown.
pub const COMPONENTS: [Component; 5] = [
    Component::Reach,
    Component::Retention,
    Component::Response,
    Component::Spread,
    Component::Connection,
];

/// The two public values of a measure that a community calls 0 and 1. `one` may be the lower: then
/// less is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchors {
    /// What counts as 0.
    pub zero: f64,
    /// What counts as 1.
    pub one: f64,
}

impl Anchors {
    /// The measure as it is.
    pub const PLAIN: Self = Self { zero: 0.0, one: 1.0 };

    /// Where a value lies between the anchors, at least 0 and at most 1.
    #[must_use]
    pub fn place(self, value: f64) -> f64 {
        ((value - self.zero) / (self.one - self.zero)).clamp(0.0, 1.0)
    }

    /// A bar from a measure and its range.
    ///
    /// # Errors
    /// [`Invalid::NotFinite`] when the anchors are equal or anything is not finite.
    pub fn bar(self, value: f64, range: Interval) -> Result<Bar, Invalid> {
        let all = [value, range.low, range.high, self.zero, self.one];
        if all.iter().any(|v| !v.is_finite()) || (self.one - self.zero).abs() <= 0.0 {
            return Err(Invalid::NotFinite);
        }
        let (a, b) = (self.place(range.low), self.place(range.high));
        let interval = Interval { low: a.min(b), high: a.max(b) };
        Ok(Bar { value: self.place(value), interval })
    }
}

/// The connection component of the E-I index: min(1, (EI+1)/(EI expected+1)). 1 when nothing is
/// expected between departments.
#[must_use]
pub fn connection(index: f64, expected: f64) -> f64 {
    if expected <= -1.0 { 1.0 } else { ((index + 1.0) / (expected + 1.0)).clamp(0.0, 1.0) }
}

/// One component between its anchors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// 0 to 1.
    pub value: f64,
    /// 95% range.
    pub interval: Interval,
}

/// The score with everything that is shown before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Health {
    /// The bars, in the order of [`COMPONENTS`].
    pub bars: [Bar; 5],
    /// Geometric mean: a hole cannot be bought off.
    pub score: f64,
    /// Its standard error by the delta method.
    pub standard_error: f64,
    /// 95% range within 0..=1.
    pub interval: Interval,
    /// The lowest bar; the first of equals.
    pub weakest: Component,
    /// For comparison: the arithmetic mean.
    pub arithmetic: f64,
}

impl Health {
    /// Whether another score lies outside this one's range: only then a change is real.
    #[must_use]
    pub fn changed(&self, other: f64) -> bool {
        !self.interval.contains(other)
    }

    /// The score under random weights: its 5% and 95% quantiles over `draws` draws from the uniform
    /// (Dirichlet(1)) distribution of weights. Shows how much the equal weights matter.
    #[must_use]
    pub fn over_weights<R: Rng + ?Sized>(&self, rng: &mut R, draws: usize) -> Option<Interval> {
        let mut scores: Vec<f64> = (0..draws)
            .map(|_| {
                // Exponential draws divided by their sum.
                let weights = self.bars.map(|_| -(1.0 - rng.random::<f64>()).ln());
                let sum: f64 = weights.iter().sum();
                let log: f64 =
                    weights.iter().zip(&self.bars).map(|(w, bar)| w / sum * bar.value.ln()).sum();
                log.exp()
            })
            .collect();
        scores.sort_by(f64::total_cmp);
        let at = |p: f64| scores.get((p * draws as f64) as usize).copied();
        Some(Interval { low: at(0.05)?, high: at(0.95)? })
    }
}

/// Combines five bars: G = (Πvᵢ)^(1/5), σ_G = (G/5)·√Σ(σᵢ/vᵢ)² with σᵢ a 95% range's half-width over
/// 1.96. A bar at zero makes the score zero, without a range.
///
/// `None` when a component is missing: one missing component, no number.
#[must_use]
pub fn health(bars: [Option<Bar>; 5]) -> Option<Health> {
    let mut present = [Bar { value: 0.0, interval: Interval { low: 0.0, high: 0.0 } }; 5];
    for (place, bar) in bars.into_iter().enumerate() {
        present[place] = bar?;
    }
    let m = present.len() as f64;
    let score = (present.iter().map(|b| b.value.ln()).sum::<f64>() / m).exp();
    let relative: f64 =
        present.iter().map(|b| (b.interval.half_width() / z95() / b.value).powi(2)).sum();
    let standard_error = if score > 0.0 { score / m * relative.sqrt() } else { 0.0 };
    let reach = z95() * standard_error;
    let weakest = (0..present.len())
        .min_by(|&a, &b| present[a].value.total_cmp(&present[b].value))
        .map_or(Component::Reach, |place| COMPONENTS[place]);
    Some(Health {
        bars: present,
        score,
        standard_error,
        interval: Interval { low: (score - reach).max(0.0), high: (score + reach).min(1.0) },
        weakest,
        arithmetic: present.iter().map(|b| b.value).sum::<f64>() / m,
    })
}
