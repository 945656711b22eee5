//! What resonates (SCIENCE 9.1): reactors of those who had it in view, without letting three of
//! three beat ninety of a hundred.
//!
//! Place in the feed and the fame of the author are mixed up in it, so it is a list to look at, not
//! a verdict on anybody.

use crate::proportion::Share;
use crate::shrink::{BetaPrior, Shrunk, fit_prior};

/// Fewest items of a type from which the prior is fitted.
pub const FEWEST_ITEMS: usize = 20;
/// The prior with fewer items: two reactors of twenty-two viewers. Own choice.
pub const USUAL: BetaPrior = BetaPrior { a: 2.0, b: 20.0 };
/// Items are ranked by the share that they exceed with 95% probability.
pub const RANKED_ON: f64 = 0.05;

/// An item with its place in the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// Its place in the input.
    pub item: usize,
    /// Reactors of viewers, the posterior mean and its 95% range.
    pub shrunk: Shrunk,
    /// The share it exceeds with 95% probability, by which it is ranked.
    pub quantile: f64,
}

/// The prior for one type of content: by maximum likelihood from [`FEWEST_ITEMS`] items on (those
/// that nobody had in view left out), else [`USUAL`].
#[must_use]
pub fn prior(items: &[Share]) -> BetaPrior {
    let seen = items.iter().filter(|i| i.n() > 0).count();
    if seen < FEWEST_ITEMS { USUAL } else { fit_prior(items).unwrap_or(USUAL) }
}

/// Ranks items of one type, most resonant first; ties in the given order. Items nobody had in view
/// are left out.
#[must_use]
pub fn rank(items: &[Share], prior: BetaPrior) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = items
        .iter()
        .enumerate()
        .filter(|(_, share)| share.n() > 0)
        .map(|(item, &share)| Ranked {
            item,
            shrunk: prior.shrink(share),
            quantile: prior.quantile(share, RANKED_ON),
        })
        .collect();
    ranked.sort_by(|a, b| b.quantile.total_cmp(&a.quantile));
    ranked
}
