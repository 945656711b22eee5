//! All database access of imports.
//!
//! A store writes only its own slice's tables; this one is the declared exception:
//! an import publishes people, departments, groups, memberships, posts, topics,
//! comments and reactions, in one transaction that no chain of verbs could make.

mod back;
mod read;
mod undo;
mod write;

pub(crate) use back::*;
pub(crate) use read::*;
pub(crate) use undo::*;
pub(crate) use write::*;
