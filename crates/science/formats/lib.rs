//! Reads other systems' files as a stream into neutral staged records.
//!
//! The reader knows one format and nothing of a database, a community or a language:
//! what cannot be used is refused with a [`Reason`], and the words for people stand elsewhere.

mod archive;
mod dates;
mod decode;
mod directory;
mod emit;
mod input;
mod limits;
mod mapping;
mod people;
mod reason;
mod staged;
mod table;

pub use archive::Archive;
pub use directory::{Directory, Found};
pub use input::Input;
pub use limits::Limits;
pub use mapping::Mapping;
pub use people::{headcount, interactions, people};
pub use staged::*;
