//! Backups: everything in one verified file.
//!
//! A backup is data and no program: a zip with one file of JSON lines for each
//! table, read from one state of the database while it is used, the files, and a
//! manifest with counts and checksums. It is the same for both engines, so that
//! a community can move from SQLite to PostgreSQL by backup and restore. A
//! backup is read back and compared before it gets its name.

mod make;
mod manifest;
mod put_back;
mod store;
#[cfg(test)]
mod tests;

pub use make::{make, verify};
pub use manifest::{Manifest, Part};
pub use put_back::restore;
