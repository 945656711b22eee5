//! Accounts, sessions, invitations, passwords: how somebody gets in, and out.
//!
//! An account is a row of `people` with a password. [`accounts`] makes one (also
//! for the command line and for demonstrations); [`invitations`] turns somebody
//! who is known by name or address into a member; [`enter`] signs in; `reset` and
//! `address` mend what was forgotten or changed. What a mailed link or a printed
//! code can do, it can do once: a token is kept as a hash, bound to its purpose,
//! and spent by one conditional update. Looking at a link spends nothing, because
//! mail scanners look too.
//!
//! Neighbours: `delivery` for mails. Facts: `Joined`, `Invited`, `PersonChange`.
//! Writes `passwords`, `sessions`, `tokens`, `audit`; of `people` the account
//! (state, address, name at the first entry), of `memberships` the place in the
//! commons that comes with an account.

// Templates of other slices use the parts in `templates/parts.html` by this name.
extern crate self as sign_in;

pub mod accounts;
pub mod address;
mod attempts;
mod gate;
pub mod invitations;
mod mails;
mod pages;
pub mod password;
mod permits;
pub mod reset;
mod sessions;
mod store;
mod tokens;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use pages::routes;
pub use permits::MayInvite;
pub use sessions::{Entered, SESSION_SECONDS, end_all, enter};
pub use store::audit;
pub use tokens::Purpose;

#[cfg(test)]
mod tests;
