//! The page to read the community's mail before there is a mail server.
//!
//! Without a server every mail is a file in a folder (`delivery::folder`). Here an
//! administrator reads them and uses their links, as whoever they are for would.
//! With a server the mails are gone once they are sent; then this page says how
//! many wait, went out or failed, and why.
//!
//! A mail may hold a link that opens somebody's door. So nobody below an
//! administrator comes in, and every look is written to the audit log.
//!
//! Neighbours: `delivery` for the mails, `sign_in` for the audit log. Writes no
//! tables of its own and records no facts: looking changes nothing.

mod pages;
mod permits;
mod shelf;

/// The sentences of this crate.
pub mod w {
    words::load!();
}

pub use pages::routes;
pub use permits::MayReadMail;

#[cfg(test)]
mod tests;
