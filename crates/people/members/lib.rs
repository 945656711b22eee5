//! People: the directory, profiles, pictures; and who may do what.
//!
//! [`profile`] is what somebody says of themselves, [`standing`] what whoever runs
//! the community says of them: role, department, audience, suspension. Nobody
//! grants more than they hold or acts on somebody ranked above them, and there is
//! always an administrator. `/what-we-measure` tells what is kept and who sees it.
//!
//! Neighbours: `sign_in` ends sessions and owns the parts of pages about people.
//! Facts: `PersonChange`, `OptOut`, `OptIn`. Writes of `people` the profile, the
//! standing and the objection; of `pictures` those of people.

mod pages;
mod permits;
pub mod pictures;
pub mod profile;
pub mod standing;
mod store;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use pages::routes;
pub use permits::{MayEditSelf, MayRank};

#[cfg(test)]
mod tests;
