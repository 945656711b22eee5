//! What people write: Markdown to HTML that is safe to show, plain text for mails and lists,
//! mentions, handles, e-mail addresses, and the keys by which names are compared.
//!
//! The source is kept as it was typed. HTML of people reaches a page only as [`SafeHtml`], and only
//! this crate can make one: from Markdown ([`render`]), from plain text ([`SafeHtml::escape`]),
//! or back from a cache that this version filled. So a template cannot
//! print unchecked HTML by accident.
//!
//! Every function takes text of any size and form and answers in time that grows with its length:
//! what is too long is cut, what is nested too deep becomes plain.
//!
//! Neighbours: `words` for the sentences about what is wrong. Knows no slice and no database.

mod clean;
mod csv;
mod email;
mod fold;
mod handle;
mod markdown;
mod name;
mod pieces;
mod plain;
mod safe_html;
#[cfg(test)]
mod tests;
mod tree;

pub use csv::csv_cell;
pub use email::{Email, EmailProblem};
pub use fold::{ascii_fold, normal_key};
pub use handle::{Handle, HandleProblem, handle_from};
pub use markdown::{MOST_BYTES, Options, mentions, render};
pub use name::{NameProblem, name, name_cut};
pub use pieces::{Piece, PieceKind, Span, pieces};
pub use plain::{excerpt, plain};
pub use safe_html::{SANITIZER_VERSION, SafeHtml};

/// The sentences of this crate.
pub mod w {
    words::load!();
}
