//! Reads other systems' files as a stream into neutral staged records.
//!
//! A reader knows one format and nothing of a database, a community or a language: it takes an
//! [`Input`] (one file) or an [`Archive`] (a folder or zip), gives a [`Sink`] every [`Record`] and
//! every [`Refusal`] with its [`Place`], and ends with a [`Summary`] or a [`Fatal`]. What cannot be
//! used is refused with a [`Reason`], whose words for people stand elsewhere; what rightly gives no
//! record is counted as a [`Skip`]. So every row read is accounted for.
//!
//! | reader | reads |
//! |---|---|
//! | [`people`], [`headcount`], [`interactions`] | tables in text, however they are written |
//! | [`stack_exchange`] | the public dump of a Stack Exchange site |
//! | [`slack`] | the export of a Slack workspace |
//!
//! Nothing is unpacked to disk, nothing read without [`Limits`], and no bytes make a reader panic.
//!
//! To add a reader: a function that takes an `Input` or `Archive` and a `Sink`, wraps the sink in
//! `emit::Out`, counts each entry with `read`, and gives, refuses or skips it. Its tests compare with
//! counts made apart from it, and hand it junk (`tests/bad.rs`, `tests/fuzz.rs`, `tests/doubling.rs`).

mod archive;
mod dates;
mod decode;
mod directory;
mod emit;
mod html;
mod input;
mod json;
mod limits;
mod mapping;
mod markdown;
mod marks;
mod mrkdwn;
mod parts;
mod peek;
mod people;
mod pieces;
mod reason;
mod render;
mod simple;
mod slack;
mod slack_days;
mod slack_lists;
mod slack_message;
mod source;
mod stack_exchange;
mod stack_rows;
mod staged;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod work;
mod xml;

pub use archive::Archive;
pub use directory::{Directory, Found};
pub use input::Input;
pub use limits::Limits;
pub use mapping::Mapping;
pub use peek::{Column, Peek, Sheet, peek};
pub use people::{headcount, interactions, people};
pub use render::html_to_markdown;
pub use slack::slack;
pub use source::{slack_source, stack_exchange_source};
pub use stack_exchange::stack_exchange;
pub use staged::*;
