//! Rows of many slices, written many at a time: for what brings in a whole community at once
//! (imports, the practice community). Elsewhere a slice writes its own tables, one verb at a time.
//!
//! The functions are called in the order in which the tables refer to each other: departments,
//! people, pseudonyms, groups, memberships, topics, posts, their topics, comments, reactions. They
//! check nothing: counters, keys and rendered text are the caller's, and so are the facts.

mod store;

pub use store::*;
