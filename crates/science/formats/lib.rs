//! Reads other systems' files as a stream into neutral staged records.
//!
//! The reader knows one format and nothing of a database, a community or a language:
//! what cannot be used is refused with a [`Reason`], and the words for people stand elsewhere.

mod reason;
mod staged;

pub use staged::*;
