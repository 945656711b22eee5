//! Fills a fresh database with the practice community of crate `practice`: people,
//! groups, posts, comments, reactions, actions with a known effect, and the facts of
//! all that at their own times.
//!
//! It writes in bulk what the verbs of the slices would have written one by one: rows
//! here and facts there agree, so that followers count the same. The row of the
//! community comes last: a database that was filled half has people and no community,
//! and is refused from then on.
//!
//! From top to bottom: `fill` runs the simulator beside the writing; `town` remembers
//! who and what there is; `take` and `talk` make rows and facts of what happens, `act`
//! of what happens with actions, `morning` of what nobody answered yet; `chunk` writes
//! them; `finish` sets counters, accounts and the community. Facts: Invited, Joined, Left, Session, Post, Reply, React,
//! AcceptAnswer, JoinGroup, Assign, Answer, ActionState, PersonChange, all with the
//! source Practice.

mod act;
mod chunk;
mod fill;
mod finish;
mod morning;
mod names;
mod render;
mod store;
mod take;
mod talk;
#[cfg(test)]
mod tests;
mod town;

pub use fill::fill;
pub use practice::{TrueEffect, Truth};

use language::Moment;

/// What to fill a database with.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The same seed gives the same community, apart from ids and pseudonyms.
    pub seed: u64,
    /// People in the organisation's books; at least 60 are made.
    pub people: u32,
    /// Days of history before `now`; at least 60 are made.
    pub days: u32,
    /// Up to when things happened.
    pub now: Moment,
    /// The password of the two accounts that can be entered.
    pub password: String,
}

/// What stands in the database now.
#[derive(Debug, Clone)]
pub struct Filled {
    /// People, whether they signed in or not.
    pub people: u64,
    /// Groups, the group of everybody included.
    pub groups: u64,
    /// Posts.
    pub posts: u64,
    /// Comments.
    pub comments: u64,
    /// Reactions.
    pub reactions: u64,
    /// Community actions.
    pub actions: u64,
    /// Answers to community actions.
    pub answers: u64,
    /// Facts in the log.
    pub facts: u64,
    /// What is really so, to compare an analysis with.
    pub truth: Truth,
    /// The address with which the manager signs in.
    pub manager: String,
    /// The address with which a member signs in.
    pub member: String,
}
