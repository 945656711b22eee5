//! The names of blobs.

use language::Randomness;
use std::fmt;
use std::str::FromStr;

/// The name of a blob: 128 random bits, written as 32 hexadecimal digits. It cannot be guessed, but
/// whoever knows it may still not see the blob: that is for the slice that keeps it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobId(u128);

impl BlobId {
    /// A new name.
    #[must_use]
    pub fn random(randomness: &dyn Randomness) -> BlobId {
        let mut bytes = [0; 16];
        randomness.fill(&mut bytes);
        BlobId(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

/// What was read is no name of a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoBlobId;

impl fmt::Display for NoBlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a blob is 32 small hexadecimal digits")
    }
}

impl std::error::Error for NoBlobId {}

impl FromStr for BlobId {
    type Err = NoBlobId;

    /// Reads exactly what [`BlobId`] writes: one blob has one name, and a name is never a path.
    fn from_str(text: &str) -> Result<BlobId, NoBlobId> {
        let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if text.len() != 32 || !text.bytes().all(digit) {
            return Err(NoBlobId);
        }
        u128::from_str_radix(text, 16).map(BlobId).map_err(|_| NoBlobId)
    }
}
