//! The verbs on both engines, the verdict, the library.
#![allow(clippy::unwrap_used, reason = "a test may fail where it likes")]

mod answers;
mod arms;
mod drafts;
mod library;
mod outcomes;
mod town;
