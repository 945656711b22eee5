//! Files of people: a folder of blobs under random names, and pictures made safe to show.
//!
//! A blob is bytes that are written once and never changed. It is found by a [`BlobId`] that nobody
//! can guess and that says nothing about what is in it; who may see it, its name and its kind are
//! for the slice that keeps the id. [`Blobs`] keeps them in a folder so that what was acknowledged
//! survives a power cut and what was damaged is noticed.
//!
//! Pictures of people are never shown as they came: [`picture::reencode`] reads the pixels and
//! writes new files without anything else that was in them (place, camera, scripts behind the
//! picture).
//!
//! Neighbours: `language` for randomness, `words` for what is wrong with a picture. Knows no slice,
//! no database and no HTTP.

mod id;
pub mod picture;
mod store;
#[cfg(test)]
mod tests;

pub use id::{BlobId, NoBlobId};
pub use store::{BlobProblem, Blobs, Stored};

/// The sentences of this crate.
pub mod w {
    words::load!();
}
