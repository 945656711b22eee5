//! Groups and memberships: who is where, who lets them in, who looks after it.
//!
//! A membership goes from state to state by [`next`] and nothing else; rights come
//! from `Active` alone. A change locks its group first, so that what its permit saw
//! still holds. Of a secret group nobody outside learns anything, not even that its
//! name is taken. Records the facts JoinGroup, LeaveGroup and Settings: the actor is
//! who did it, the target whose membership it is when that is somebody else.
//!
//! Neighbours: `posts` shows a group's conversation at `/groups/{slug}`; `sign_in`
//! puts newcomers in the commons and keeps the record of powers used.

mod create;
mod group;
mod look_after;
mod membership;
mod pages;
mod permits;
mod settings;
mod store;
mod take_part;
#[cfg(test)]
mod tests;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use create::create;
pub use group::{Draft, Group};
pub use look_after::{Outcome, approve, expel, invite, refuse, set_moderator, uninvite};
pub use membership::{Door, Next, Step, next};
pub use pages::routes;
pub use permits::{MayCreate, MayLookAfter, MaySee, MayTakePart};
pub use settings::{archive, change, reopen};
pub use take_part::{decline, join, leave, request, withdraw};
