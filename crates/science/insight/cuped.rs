//! A sharper effect with what people did before (CUPED: Deng and others 2013; SCIENCE 7.3).

use crate::distributions::z95;
use crate::interval::Interval;

/// Fewest people per group for which the page shows the adjusted effect.
pub const FEWEST_PER_ARM: u64 = 100;

/// Sums over one group, kept as people come in: y is the outcome, x the same measure over the 28
/// days before.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ArmSums {
    /// People.
    pub n: u64,
    /// Σy.
    pub y: f64,
    /// Σy².
    pub yy: f64,
    /// Σx.
    pub x: f64,
    /// Σx².
    pub xx: f64,
    /// Σxy.
    pub xy: f64,
}

impl ArmSums {
    /// Adds one person.
    pub fn add(&mut self, before: f64, outcome: f64) {
        self.n += 1;
        self.y += outcome;
        self.yy += outcome * outcome;
        self.x += before;
        self.xx += before * before;
        self.xy += before * outcome;
    }

    fn plus(self, other: Self) -> Self {
        Self {
            n: self.n + other.n,
            y: self.y + other.y,
            yy: self.yy + other.yy,
            x: self.x + other.x,
            xx: self.xx + other.xx,
            xy: self.xy + other.xy,
        }
    }

    /// Sums of squares around the mean: of y, of x, and of their product.
    fn centred(self) -> (f64, f64, f64) {
        let n = self.n as f64;
        let yy = self.yy - self.y * self.y / n;
        let xx = self.xx - self.x * self.x / n;
        (yy.max(0.0), xx.max(0.0), self.xy - self.x * self.y / n)
    }

    /// Mean and variance of the mean of y − θx.
    fn adjusted(self, theta: f64) -> (f64, f64) {
        let n = self.n as f64;
        let (yy, xx, xy) = self.centred();
        let squares = (yy - 2.0 * theta * xy + theta * theta * xx).max(0.0);
        (self.y / n - theta * self.x / n, squares / (n - 1.0) / n)
    }
}

/// A difference of means with its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanDifference {
    /// Treated minus held, in units of the outcome.
    pub difference: f64,
    /// Standard error, variances not pooled.
    pub standard_error: f64,
    /// Normal 95% range.
    pub interval: Interval,
}

/// The effect without and with adjustment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cuped {
    /// People who got it and people held back.
    pub n: (u64, u64),
    /// θ = cov(x, y)/var(x) over both groups together.
    pub theta: f64,
    /// Part of the outcome's variance that the past explains: 0.90 means 90% less.
    pub variance_removed: f64,
    /// As measured.
    pub raw: MeanDifference,
    /// Adjusted for the past.
    pub adjusted: MeanDifference,
    /// Fewer than [`FEWEST_PER_ARM`] in a group: the normal range is too sure of itself.
    pub indicative: bool,
}

/// Adjusts the difference of means for what people did before. x must be measured before the
/// draw, else the adjustment takes part of the effect away.
///
/// `None` with fewer than two people in a group. When x or y does not vary, θ is 0 and nothing
/// changes.
#[must_use]
pub fn cuped(treated: ArmSums, held: ArmSums) -> Option<Cuped> {
    if treated.n < 2 || held.n < 2 {
        return None;
    }
    let (yy, xx, xy) = treated.plus(held).centred();
    let theta = if xx > 0.0 { xy / xx } else { 0.0 };
    let explained = if xx > 0.0 && yy > 0.0 { (xy * xy / (xx * yy)).min(1.0) } else { 0.0 };
    let difference = |theta: f64| {
        let ((a, va), (b, vb)) = (treated.adjusted(theta), held.adjusted(theta));
        let standard_error = (va + vb).sqrt();
        let reach = z95() * standard_error;
        let difference = a - b;
        let interval = Interval { low: difference - reach, high: difference + reach };
        MeanDifference { difference, standard_error, interval }
    };
    Some(Cuped {
        n: (treated.n, held.n),
        theta,
        variance_removed: explained,
        raw: difference(0.0),
        adjusted: difference(theta),
        indicative: treated.n.min(held.n) < FEWEST_PER_ARM,
    })
}
