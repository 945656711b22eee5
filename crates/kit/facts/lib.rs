//! The append-only log and those who follow it.
//!
//! A verb records what it did in the transaction that did it ([`record`]). A
//! [`Follower`] reads the log in order and keeps read models; its cursor moves in
//! the transaction that holds its work, so a crash at any point neither loses
//! nor doubles a fact.

mod ahead;
mod follow;
mod log;
mod who;

pub use ahead::catch_up;
pub use follow::{Follower, Progress, rebuild, standing, step};
pub use log::{Recorded, after, head, record, record_all, record_each};
pub use who::{Who, pseudonym_of, who};

#[cfg(test)]
mod tests;
