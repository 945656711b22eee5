//! A folder or a zip of files, each read as a stream and never unpacked to disk.

use crate::input::{Stream, file_name, io_fatal};
use crate::limits::Limits;
use crate::reason::{Fatal, Limit, Reason, cut};
use crate::staged::Place;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use zip::ZipArchive;
use zip::result::ZipError;

/// Reading at any place, which the table of contents at a zip's end needs.
trait Seekable: Read + Seek + Send {}
impl<T: Read + Seek + Send> Seekable for T {}

/// Several files under one name.
pub struct Archive {
    name: String,
    kind: Kind,
    limits: Limits,
    /// Bytes as they lie on disk.
    total: u64,
    /// Bytes of files whose reading began.
    done: u64,
    unpacked: Rc<Cell<u64>>,
}

enum Kind {
    /// Path within the folder, with its path on disk and its size.
    Folder(BTreeMap<String, (PathBuf, u64)>),
    Zip {
        zip: Box<ZipArchive<Box<dyn Seekable>>>,
        entries: BTreeMap<String, usize>,
    },
}

impl Archive {
    /// A folder (its files and those one folder down) or a zip file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Fatal> {
        Self::open_within(path, Limits::default())
    }

    /// The same, with other limits.
    pub fn open_within(path: impl AsRef<Path>, limits: Limits) -> Result<Self, Fatal> {
        let path = path.as_ref();
        let name = file_name(path);
        let fatal = |e: io::Error| io_fatal(Place::new(&name, 0), &e);
        if path.is_dir() {
            let files = folder(path, &limits, &name)?;
            let total = files.values().map(|(_, size)| size).sum();
            return Ok(Self::new(name, Kind::Folder(files), limits, total));
        }
        let file = File::open(path).map_err(fatal)?;
        let total = file.metadata().map_err(fatal)?.len();
        Self::zip(name, Box::new(BufReader::new(file)), limits, total)
    }

    /// A zip in memory.
    pub fn bytes(
        name: impl Into<String>,
        bytes: impl Into<Arc<[u8]>>,
        limits: Limits,
    ) -> Result<Self, Fatal> {
        let bytes = bytes.into();
        let total = bytes.len() as u64;
        Self::zip(name.into(), Box::new(Cursor::new(bytes)), limits, total)
    }

    fn new(name: String, kind: Kind, limits: Limits, total: u64) -> Self {
        Self { name, kind, limits, total, done: 0, unpacked: Rc::default() }
    }

    fn zip(
        name: String,
        mut reader: Box<dyn Seekable>,
        limits: Limits,
        total: u64,
    ) -> Result<Self, Fatal> {
        let place = Place::new(&name, 0);
        if total == 0 {
            return Err(Fatal::new(place, Reason::Empty));
        }
        let begins = first_bytes(&mut reader).map_err(|e| io_fatal(place.clone(), &e))?;
        let zip = ZipArchive::new(reader).map_err(|e| zip_fatal(place.clone(), e, begins))?;
        if zip.len() as u64 > limits.files {
            return Err(Fatal::new(
                place,
                Reason::TooBig { limit: Limit::Files, max: limits.files },
            ));
        }
        let entries = (0..zip.len())
            .filter_map(|i| Some((zip.name_for_index(i)?.replace('\\', "/"), i)))
            .filter(|(entry, _)| !entry.ends_with('/') && !entry.starts_with("__MACOSX/"))
            .collect();
        Ok(Self::new(name, Kind::Zip { zip: Box::new(zip), entries }, limits, total))
    }

    /// The archive's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Bytes whose reading began, and all bytes, as they lie on disk.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.done, self.total)
    }

    /// The archive as a whole, as a place.
    pub(crate) fn place(&self) -> Place {
        Place::new(&self.name, 0)
    }

    /// The paths of all files, sorted.
    pub(crate) fn paths(&self) -> Vec<String> {
        match &self.kind {
            Kind::Folder(files) => files.keys().cloned().collect(),
            Kind::Zip { entries, .. } => entries.keys().cloned().collect(),
        }
    }

    /// The limits in force.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// A file of the archive as a stream.
    pub(crate) fn stream(&mut self, path: &str) -> Result<Stream<'_>, Fatal> {
        let place = Place::new(path, 0);
        let missing = || Fatal::new(place.clone(), Reason::MissingFile { name: path.to_owned() });
        let fatal = |e: io::Error| io_fatal(place.clone(), &e);
        match &mut self.kind {
            Kind::Folder(files) => {
                let (on_disk, size) = files.get(path).ok_or_else(missing)?;
                self.done += size;
                Stream::new(File::open(on_disk).map_err(fatal)?, *size, self.limits).map_err(fatal)
            }
            Kind::Zip { zip, entries } => {
                let index = *entries.get(path).ok_or_else(missing)?;
                let entry =
                    zip.by_index(index).map_err(|e| zip_fatal(place.clone(), e, Begins::Zip))?;
                let size = entry.compressed_size();
                self.done = self.done.saturating_add(size);
                let stream = Stream::new(entry, size, self.limits).map_err(fatal)?;
                Ok(stream.of_archive(Rc::clone(&self.unpacked), self.total))
            }
        }
    }
}

/// The files of a folder and of the folders right in it. Links are left alone: they may lead anywhere.
fn folder(
    root: &Path,
    limits: &Limits,
    name: &str,
) -> Result<BTreeMap<String, (PathBuf, u64)>, Fatal> {
    let place = Place::new(name, 0);
    let mut files = BTreeMap::new();
    let mut open = vec![(root.to_path_buf(), String::new())];
    while let Some((dir, prefix)) = open.pop() {
        for entry in std::fs::read_dir(&dir).map_err(|e| io_fatal(place.clone(), &e))? {
            let entry = entry.map_err(|e| io_fatal(place.clone(), &e))?;
            let meta = entry.metadata().map_err(|e| io_fatal(place.clone(), &e))?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if meta.is_dir() && prefix.is_empty() {
                open.push((entry.path(), format!("{path}/")));
            } else if meta.is_file() {
                files.insert(path, (entry.path(), meta.len()));
            }
            if files.len() as u64 > limits.files {
                return Err(Fatal::new(
                    place,
                    Reason::TooBig { limit: Limit::Files, max: limits.files },
                ));
            }
        }
    }
    Ok(files)
}

/// What a file begins with, which tells a broken zip from another kind of file.
#[derive(Clone, Copy)]
enum Begins {
    Zip,
    SevenZip,
    Otherwise,
}

fn first_bytes(reader: &mut Box<dyn Seekable>) -> io::Result<Begins> {
    let mut first = Vec::new();
    reader.by_ref().take(6).read_to_end(&mut first)?;
    reader.seek(SeekFrom::Start(0))?;
    Ok(match first.as_slice() {
        [b'P', b'K', 3, 4, ..] => Begins::Zip,
        [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c] => Begins::SevenZip,
        _ => Begins::Otherwise,
    })
}

fn zip_fatal(place: Place, error: ZipError, begins: Begins) -> Fatal {
    let reason = match error {
        ZipError::Io(e) => return io_fatal(place, &e),
        // The table of contents stands at the end: a zip that begins well and has none was cut off.
        ZipError::InvalidArchive(detail) => match begins {
            Begins::Zip if detail.contains("EOCD") || detail.contains("end of central") => {
                Reason::Truncated
            }
            Begins::Zip => Reason::Malformed { detail: cut(&detail) },
            Begins::SevenZip => Reason::NotSupported { what: "7z".into() },
            Begins::Otherwise => Reason::Malformed { detail: "no zip".into() },
        },
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Reason::NotSupported { what: "encrypted".into() }
        }
        ZipError::UnsupportedArchive(_) => Reason::NotSupported { what: "compression".into() },
        ZipError::FileNotFound => Reason::MissingFile { name: place.file.clone() },
        other => Reason::Malformed { detail: cut(&other.to_string()) },
    };
    Fatal::new(place, reason)
}
