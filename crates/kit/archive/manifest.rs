use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of backups that this program writes and reads.
pub(crate) const FORMAT: u32 = 1;

/// The name of the manifest in the zip; it is the last entry.
pub(crate) const NAME: &str = "manifest.json";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the backup.
    pub format: u32,
    /// The newest migration of the database.
    pub schema: i32,
    /// When it was made, in microseconds since 1970 in UTC.
    pub made_at: i64,
    /// The engine that it was made from; it can be restored to either.
    pub engine: String,
    /// Each table by name.
    pub tables: BTreeMap<String, Part>,
    /// Each file by name.
    pub files: BTreeMap<String, Part>,
}

/// One table or file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Rows of a table, bytes of a file.
    pub size: u64,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}
