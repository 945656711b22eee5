//! The community, its departments, its settings, its team.
//!
//! [`set_up`] begins a community: its row, the group of everybody, the first
//! manager. [`departments`] keeps the tree with headcounts that reach is measured
//! against. [`team`] marks who belongs to the community team, because their posts
//! are split off in every figure (SCIENCE.md §0). [`settings`] changes name,
//! language, time zone and privacy floor.
//!
//! Neighbours: `sign_in` makes the first account and owns the parts of pages about
//! people. Facts: `Settings`, `PersonChange`. Writes `community`, `departments`;
//! of `groups` and `memberships` the commons at set-up; of `people` the team mark.

pub mod departments;
mod pages;
mod permits;
pub mod set_up;
pub mod settings;
mod store;
pub mod team;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use pages::routes;
pub use permits::MayOrganise;

#[cfg(test)]
mod tests;
