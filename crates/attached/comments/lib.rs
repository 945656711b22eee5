//! Comments on any subject.
//!
//! A comment knows a `Subject` (kind and id) and never what it is. The subject's
//! slice shows its permit ([`language::Carries`]), keeps its own counter in the
//! same transaction, and renders. Records the facts Reply, Edit, Retract.

mod comment;
mod edit;
mod say;
mod store;
#[cfg(test)]
mod tests;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use comment::{Comment, Draft, MOST_CHARACTERS};
pub use edit::{MayEdit, edit, withdraw};
pub use say::{Said, say};
pub use store::{count_reactions, find, last_of, of};
