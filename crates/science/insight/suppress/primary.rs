//! The first rule: one figure by itself.

use super::GroupMinimum;
use crate::proportion::Share;

/// How delicate a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensitivity {
    /// Ordinary use of the platform.
    Plain,
    /// Surveys, reports, dormancy: here also unanimity in a small group gives people away.
    Sensitive,
}

/// Whether a figure may be shown, or why not. The reason is for tests and the log, not the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Primary {
    /// Nothing in the figure itself forbids showing it.
    Shown,
    /// The group has fewer than k people.
    BaseTooSmall,
    /// 1 to k − 1 people did it.
    PartTooSmall,
    /// 1 to k − 1 people did not.
    ComplementTooSmall,
    /// A sensitive fact of all or none in a group of fewer than 2k people.
    Unanimous,
}

impl Primary {
    /// Whether the figure stays.
    #[must_use]
    pub fn shown(self) -> bool {
        self == Self::Shown
    }
}

/// Judges one figure by group. Figures of the whole community do not come here: they are exempt.
///
/// 0 of n and n of n are shown for plain facts when n >= k. An empty group counts as too small.
#[must_use]
pub fn primary(share: Share, sensitivity: Sensitivity, minimum: GroupMinimum) -> Primary {
    let (x, n) = (share.x(), share.n());
    let unanimous = x == 0 || x == n;
    if n < minimum.get() {
        Primary::BaseTooSmall
    } else if minimum.too_few(x) {
        Primary::PartTooSmall
    } else if minimum.too_few(n - x) {
        Primary::ComplementTooSmall
    } else if sensitivity == Sensitivity::Sensitive && unanimous && n < 2 * minimum.get() {
        Primary::Unanimous
    } else {
        Primary::Shown
    }
}
