//! The folder.
//!
//! `FOLDER/ab/abcd...` is a blob, in a folder named by the first two digits of its name, so that no
//! folder grows too large. Beside it stands `abcd....sha256` with the hash of its content, in the
//! form that the tool `sha256sum -c` reads. `FOLDER/new` holds what is being written.

use crate::id::BlobId;
use language::Randomness;
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt};

/// The folder for what is being written.
const NEW: &str = "new";
/// How the file with the hash ends.
const HASH: &str = "sha256";

/// A folder of blobs. Cheap to copy; several processes may use one folder at a time.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

/// A blob that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub id: BlobId,
    /// The SHA-256 of its content: for backups, and to see that two are the same.
    pub sha256: [u8; 32],
    /// Its size in bytes.
    pub size: u64,
}

/// Why a blob cannot be had.
#[derive(Debug)]
pub enum BlobProblem {
    /// There is none of this name.
    Missing(BlobId),
    /// What is in the file is not what was put in.
    Damaged(BlobId),
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for BlobProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BlobProblem::Missing(id) => write!(f, "there is no blob {id}"),
            BlobProblem::Damaged(id) => write!(f, "blob {id} is damaged: its hash differs"),
            BlobProblem::Io(error) => write!(f, "the folder of blobs: {error}"),
        }
    }
}

impl error::Error for BlobProblem {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            BlobProblem::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for BlobProblem {
    fn from(error: io::Error) -> BlobProblem {
        BlobProblem::Io(error)
    }
}

impl Blobs {
    /// Opens a folder; makes it when it is not there.
    ///
    /// # Errors
    /// When the system does not let us make or write it.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Blobs> {
        let folder = folder.into();
        fs::create_dir_all(folder.join(NEW))?;
        sync_folder(&folder)?;
        Ok(Blobs { folder })
    }

    /// Keeps bytes under a new name. When this returns they survive a power cut.
    ///
    /// # Errors
    /// When the system does not let us write; then nothing is kept.
    pub fn put(&self, bytes: &[u8], randomness: &dyn Randomness) -> io::Result<Stored> {
        self.put_as(BlobId::random(randomness), bytes)
    }

    /// Keeps bytes under a name that they had before: to put a backup back.
    ///
    /// # Errors
    /// When the name is taken, or when the system does not let us write.
    pub fn put_as(&self, id: BlobId, bytes: &[u8]) -> io::Result<Stored> {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let path = self.path(id);
        let Some(folder) = path.parent() else {
            return Err(io::Error::other("a blob has no folder"));
        };
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            sync_folder(&self.folder)?;
        }
        if path.exists() {
            // Randomness that repeats itself must not overwrite somebody's picture.
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("blob {id} exists")));
        }
        // The hash comes first: a blob that can be found has one.
        self.write(folder, &format!("{id}.{HASH}"), hash_line(&sha256, id).as_bytes())?;
        self.write(folder, &id.to_string(), bytes)?;
        sync_folder(folder)?;
        Ok(Stored { id, sha256, size: bytes.len() as u64 })
    }

    /// The content of a blob, compared with its hash.
    ///
    /// # Errors
    /// When there is none, when it is damaged, or when the system refuses.
    pub fn get(&self, id: BlobId) -> Result<Vec<u8>, BlobProblem> {
        let mut bytes = Vec::new();
        self.file(id)?.read_to_end(&mut bytes)?;
        let sha256: [u8; 32] = Sha256::digest(&bytes).into();
        let kept = match fs::read_to_string(self.hash_path(id)) {
            Ok(kept) => kept,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        if kept == hash_line(&sha256, id) { Ok(bytes) } else { Err(BlobProblem::Damaged(id)) }
    }

    /// A blob as a file, for what is too large for memory. Its hash is not looked at.
    ///
    /// # Errors
    /// When there is none, or when the system refuses.
    pub fn file(&self, id: BlobId) -> Result<File, BlobProblem> {
        File::open(self.path(id)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => BlobProblem::Missing(id),
            _ => BlobProblem::Io(error),
        })
    }

    /// Removes a blob; `false` when there was none.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn delete(&self, id: BlobId) -> io::Result<bool> {
        let path = self.path(id);
        let was_there = remove(&path)?;
        let had_hash = remove(&self.hash_path(id))?;
        if (was_there || had_hash)
            && let Some(folder) = path.parent()
        {
            sync_folder(folder)?;
        }
        Ok(was_there)
    }

    /// The names of all blobs, sorted. For backups and clean-ups; reads the whole folder.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn list(&self) -> io::Result<Vec<BlobId>> {
        let mut ids = Vec::new();
        for folder in fs::read_dir(&self.folder)? {
            let folder = folder?;
            if folder.file_name() == NEW || !folder.file_type()?.is_dir() {
                continue;
            }
            for file in fs::read_dir(folder.path())? {
                // Hashes, and whatever somebody laid there, have no name of a blob.
                if let Some(id) = file?.file_name().to_str().and_then(|name| name.parse().ok()) {
                    ids.push(id);
                }
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// Removes what was left half written by a power cut, and says how many files that were. Only
    /// when nobody else writes: at the start of the program.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn sweep(&self) -> io::Result<usize> {
        let mut removed = 0;
        for file in fs::read_dir(self.folder.join(NEW))? {
            if remove(&file?.path())? {
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Writes a file elsewhere, makes sure it is on the disk, and then gives it its place.
    fn write(&self, folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
        let unfinished = self.folder.join(NEW).join(name);
        let written = (|| {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&unfinished, folder.join(name))
        })();
        if written.is_err() {
            // The first error is the one to tell.
            let _ = fs::remove_file(&unfinished);
        }
        written
    }

    fn path(&self, id: BlobId) -> PathBuf {
        let name = id.to_string();
        self.folder.join(name.get(..2).unwrap_or_default()).join(name)
    }

    fn hash_path(&self, id: BlobId) -> PathBuf {
        self.path(id).with_extension(HASH)
    }
}

/// Removes a file; `false` when it was not there.
fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// What stands in the file with the hash.
fn hash_line(sha256: &[u8; 32], id: BlobId) -> String {
    let hex: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}  {id}\n")
}

/// Makes sure that the names in a folder are on the disk. Only Unix knows this.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
