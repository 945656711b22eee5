//! Reactions: five words, never bare signs, and nobody is ranked by them.
//!
//! Knows a `Subject`, never what it is. Records the facts React and Retract.

mod react;
mod store;
#[cfg(test)]
mod tests;
mod word;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use react::{Change, react};
pub use store::{Count, counts, given};
pub use word::Word;
