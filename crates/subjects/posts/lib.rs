//! Posts: updates and questions, the feed they stand in and the thread below each.
//!
//! Neighbours: `comments` and `reactions` hang under a post without knowing it;
//! this slice shows them its permit and keeps its own counters in the same
//! transaction. Records the facts Post, Edit, Retract, AcceptAnswer, Mention.

mod answer;
mod board;
mod edit;
mod measures;
mod pages;
mod permits;
mod post;
mod publish;
mod show;
mod store;
#[cfg(test)]
mod tests;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use answer::{accept, answer, react_to_comment, react_to_post, withdraw_comment};
pub use edit::{Repictured, edit, repicture, withdraw};
pub use measures::measures;
pub use pages::routes;
pub use permits::{MayAccept, MayEdit, MayPost, MayRead};
pub use post::{Draft, Kind, Post};
pub use publish::{Published, publish};
pub use store::{feed, find};
