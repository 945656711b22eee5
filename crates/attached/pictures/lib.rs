//! Pictures on any subject.
//!
//! A picture knows a `Subject` (kind and id) and never what it is. The subject's
//! slice keeps the files first ([`keep`]), attaches them in the transaction that
//! makes the subject ([`attach`]), and forgets them when that failed
//! ([`forget`]): a row never points at nothing. It prints what [`of`] finds. Later it
//! may [`describe`] a picture anew or [`detach`] it, and then [`delete`]s its files.
//!
//! Neighbours: `blobs` makes the files and holds them; `members` gives them out
//! to whoever may read the subject. Records no facts: the subject's slice does.

mod keep;
mod picture;
mod store;
#[cfg(test)]
mod tests;

pub use blobs::picture::PictureProblem;
pub use keep::{delete, forget, keep, keep_all};
pub use picture::{Files, MOST_ALT, NewPicture, Shown};
pub use store::{attach, describe, detach, of};
