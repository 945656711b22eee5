//! Mail out of the house.
//!
//! A slice puts a mail in the outbox in the transaction that gave the reason for
//! it ([`enqueue`]): both stay or neither does, and a key makes a second one of
//! the same impossible. A [`Sender`] takes the mails from there and hands them to
//! a [`Transport`]: a folder of `.eml` files until there is a mail server.
//!
//! What a crash may do: a row is `sending` before a byte of its mail leaves. Who
//! finds such a row with its lease expired does not know whether the mail went
//! out. Security mail (a link to sign in) is sent again: at least once. Any other
//! is not: at most once.
//!
//! Neighbours: `database`. Knows no slice: the text of a mail is made where its
//! reason is.

pub mod folder;
mod mail;
mod mailbox;
mod message;
mod sender;
mod smtp;
mod store;
mod transport;

pub use mail::{Attachment, Mail, enqueue};
pub use mailbox::{Mailbox, WrongMailbox, defang};
pub use sender::{Round, Sender};
pub use smtp::{Encryption, Smtp};
pub use store::{Queued, Standing, due, failures, forget_address, forget_before, standing};
pub use transport::Transport;

#[cfg(test)]
mod tests;
