//! Shares of people, and the comparison of two of them.

use crate::interval::{Interval, newcombe, wilson_of};
use crate::invalid::Invalid;

/// Half-width above which a range is shown grey, "indicative": 10 percentage points. At a share of
/// one half that is every n below 93. Own choice of the metrics document.
pub const INDICATIVE_HALF_WIDTH: f64 = 0.10;

/// Whether a share counts everyone or generalises from a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Everyone was counted, for instance logins against headcount: x of n, no range.
    Census,
    /// A sample of people, periods or occasions: Wilson's range belongs beside it.
    Estimate,
}

/// `x` of `n` people, the form in which every proportion leaves this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    x: u64,
    n: u64,
    basis: Basis,
}

impl Share {
    /// A count of everyone.
    ///
    /// # Errors
    /// [`Invalid::PartAboveWhole`] when x > n.
    pub fn census(x: u64, n: u64) -> Result<Self, Invalid> {
        Self::new(x, n, Basis::Census)
    }

    /// A sample from which one generalises.
    ///
    /// # Errors
    /// [`Invalid::PartAboveWhole`] when x > n.
    pub fn estimate(x: u64, n: u64) -> Result<Self, Invalid> {
        Self::new(x, n, Basis::Estimate)
    }

    fn new(x: u64, n: u64, basis: Basis) -> Result<Self, Invalid> {
        if x > n { Err(Invalid::PartAboveWhole) } else { Ok(Self { x, n, basis }) }
    }

    /// A share of which the caller has counted the part inside the whole.
    pub(crate) fn counted(x: u64, n: u64, basis: Basis) -> Self {
        Self { x: x.min(n), n, basis }
    }

    /// How many did it.
    #[must_use]
    pub fn x(self) -> u64 {
        self.x
    }

    /// Of how many.
    #[must_use]
    pub fn n(self) -> u64 {
        self.n
    }

    /// Census or estimate.
    #[must_use]
    pub fn basis(self) -> Basis {
        self.basis
    }

    /// The part as a fraction; `None` when n = 0, which the page prints as "–".
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| self.x as f64 / self.n as f64)
    }

    /// Wilson's 95% range; `None` for a census and for n = 0.
    #[must_use]
    pub fn range(self) -> Option<Interval> {
        (self.basis == Basis::Estimate && self.n > 0).then(|| wilson_of(self.x, self.n))
    }

    /// Whether the range is so wide that the figure is shown grey: more than
    /// [`INDICATIVE_HALF_WIDTH`] to either side. A census never is.
    #[must_use]
    pub fn indicative(self) -> bool {
        self.range().is_some_and(|r| r.half_width() > INDICATIVE_HALF_WIDTH)
    }

    /// The people who did not: n − x of n.
    #[must_use]
    pub fn complement(self) -> Self {
        Self { x: self.n - self.x, ..self }
    }

    /// Whether two groups may be put in order: only when their ranges do not overlap. Two counts
    /// of everyone may always be.
    #[must_use]
    pub fn may_rank(self, other: Self) -> bool {
        let point = |s: Self| s.range().or_else(|| s.value().map(|v| Interval { low: v, high: v }));
        match (point(self), point(other)) {
            (Some(a), Some(b)) => !a.overlaps(b),
            _ => false,
        }
    }
}

/// The wording a comparison is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The whole range lies above zero.
    Higher,
    /// The whole range lies below zero.
    Lower,
    /// The range holds zero: no difference can be shown, which is not the same as none.
    NoneShown,
}

/// Two groups compared. Without a randomised holdout this is an association, and the page must
/// label it so; for effects see [`crate::effect`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The group that is named first.
    pub first: Share,
    /// The group it is compared with.
    pub second: Share,
    /// First minus second, as a fraction.
    pub difference: f64,
    /// Newcombe's 95% range of the difference.
    pub interval: Interval,
    /// What may be said.
    pub comparison: Comparison,
}

/// Compares two independent groups (SCIENCE 3.2): the difference of their shares with Newcombe's
/// range. `None` when either is empty.
#[must_use]
pub fn compare(first: Share, second: Share) -> Option<Difference> {
    let (difference, interval) = newcombe((first.x, first.n), (second.x, second.n)).ok()??;
    Some(Difference { first, second, difference, interval, comparison: say(interval) })
}

/// Turns a range of a difference into the wording it allows.
#[must_use]
pub fn say(interval: Interval) -> Comparison {
    if interval.low > 0.0 {
        Comparison::Higher
    } else if interval.high < 0.0 {
        Comparison::Lower
    } else {
        Comparison::NoneShown
    }
}
