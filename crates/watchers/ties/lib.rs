//! Ties: who turns to whom between departments, and what holds the community together
//! (SCIENCE.md §4).
//!
//! [`keep`] works it out once for each closed week and keeps the result, because the
//! network of a large community takes minutes; the page only reads. What is shown between
//! departments stands in a release log of its own (`tie_cells`): a pair appears when
//! enough people on both sides take part, and stands still until the week is over. What
//! lies below departments (islands, bridges, what if some leave) is counted only with a
//! [`oversight::Consent`] for the network, and never names anybody.
//!
//! Neighbours: `rollups` counts, `insight` has the mathematics, `cockpit` the pictures.

mod between;
mod keep;
mod measures;
mod network;
mod pages;
mod picture;
mod say;
mod store;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use keep::keep;
pub use measures::measures;
pub use pages::routes;

#[cfg(test)]
mod tests;
