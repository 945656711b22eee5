//! Reads other systems' files as a stream into neutral staged records.
//!
//! The reader knows one format and nothing of a database, a community or a language:
//! what cannot be used is refused with a [`Reason`], and the words for people stand elsewhere.

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
mod people;
mod pieces;
mod reason;
mod render;
mod simple;
mod slack;
mod slack_days;
mod slack_lists;
mod slack_message;
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
pub use people::{headcount, interactions, people};
pub use render::html_to_markdown;
pub use slack::slack;
pub use stack_exchange::stack_exchange;
pub use staged::*;
