//! Keeping a person out of a table: what must be hidden, what must be hidden with it, and the
//! proof that nothing hidden can be worked out (SCIENCE 0, privacy rules 1 and 2).
//!
//! - [`primary`]: is this one figure too small to show?
//! - [`protect_row`], [`protect_grid`], [`protect_tree`], [`protect_shares`]: a whole table with
//!   its totals. More cells are hidden until no hidden cell can be solved from the rest, at the
//!   smallest loss; then linear programming finds, for every hidden cell, the range an outsider
//!   can work out, and the release stands only when each is at least the group minimum wide
//!   (cell suppression: Cox 1980; the audit as a linear programme: Fischetti & Salazar 2001).
//!
//! The page must print the same mark for every hidden cell. Telling "smaller than five" from
//! "hidden with it" would hand the outsider the bound that the audit assumes away.

mod moves;
mod primary;
mod search;
mod shapes;
mod simplex;
mod table;

pub use primary::{Primary, Sensitivity, primary};
pub use shapes::{
    Bases, Grid, Node, ProtectedShare, Row, ShareNode, Shares, protect_grid, protect_row,
    protect_shares, protect_tree,
};
pub use table::Feasible;

use crate::invalid::Invalid;

/// The smallest number of people a figure by group may rest on: k. Five by default, changeable
/// upwards only, and this type cannot hold less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupMinimum(u64);

impl GroupMinimum {
    /// Five people.
    pub const FIVE: Self = Self(5);
    /// Ten people: open answers and cross-tables of a survey.
    pub const TEN: Self = Self(10);

    /// A stricter minimum.
    ///
    /// # Errors
    /// [`Invalid::GroupMinimumTooLow`] below five.
    pub fn new(people: u64) -> Result<Self, Invalid> {
        if people < 5 { Err(Invalid::GroupMinimumTooLow) } else { Ok(Self(people)) }
    }

    /// The number of people.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }

    /// Whether this many people is some, but too few to show: 1 to k − 1.
    #[must_use]
    pub fn too_few(self, people: u64) -> bool {
        (1..self.0).contains(&people)
    }
}

impl Default for GroupMinimum {
    fn default() -> Self {
        Self::FIVE
    }
}

/// Why a table is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotShown {
    /// No part of the table can be shown safely: show the total of the whole community only.
    #[error("the table cannot be shown without giving a small group away")]
    Withheld,
    /// The table does not fit together: a mistake of the calling program.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}
