//! A file from outside as a stream of plain bytes: opened as often as needed, unpacked when it is
//! gzip, measured all the while.

use crate::decode::BadText;
use crate::limits::{Limits, Passed};
use crate::reason::{Fatal, Limit, Reason, cut};
use crate::staged::Place;
use flate2::bufread::MultiGzDecoder;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// One file to read: on disk or in memory.
#[derive(Clone, Debug)]
pub struct Input {
    name: String,
    data: Data,
    limits: Limits,
}

#[derive(Clone, Debug)]
enum Data {
    File(PathBuf),
    Bytes(Arc<[u8]>),
}

impl Input {
    /// A file on disk. It is opened when it is read, not here.
    pub fn file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        Self {
            name: file_name(path),
            data: Data::File(path.to_path_buf()),
            limits: Limits::default(),
        }
    }

    /// A file in memory, with the name that places and keys show.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.into(), data: Data::Bytes(bytes.into()), limits: Limits::default() }
    }

    /// The same file with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file as a whole, as a place.
    pub(crate) fn place(&self) -> Place {
        Place::new(&self.name, 0)
    }

    /// A new stream from the first byte.
    pub(crate) fn open(&self) -> Result<Stream<'static>, Fatal> {
        let fatal = |error: &io::Error| io_fatal(self.place(), error);
        match &self.data {
            Data::File(path) => {
                let file = File::open(path).map_err(|e| fatal(&e))?;
                let total = file.metadata().map_err(|e| fatal(&e))?.len();
                Stream::new(file, total, self.limits).map_err(|e| fatal(&e))
            }
            Data::Bytes(bytes) => {
                Stream::new(Cursor::new(Arc::clone(bytes)), bytes.len() as u64, self.limits)
                    .map_err(|e| fatal(&e))
            }
        }
    }
}

/// The last part of a path as text.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// How far a stream is.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    /// Bytes taken from the source as it lies.
    pub(crate) packed: Cell<u64>,
    /// Bytes given once unpacked.
    pub(crate) plain: Cell<u64>,
    /// Bytes given since the last row ended.
    pub(crate) row: Cell<u64>,
}

impl Meter {
    /// A row ended: the next one may be as long again.
    pub(crate) fn row_ended(&self) {
        self.row.set(0);
    }
}

/// A reader that counts what goes through it.
struct Counted<R> {
    inner: R,
    meter: Rc<Meter>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.meter.packed.set(self.meter.packed.get() + n as u64);
        Ok(n)
    }
}

/// Plain bytes, within the limits or an error that says which was passed.
pub(crate) struct Stream<'a> {
    inner: Box<dyn Read + 'a>,
    pub(crate) meter: Rc<Meter>,
    /// Bytes of the source as it lies.
    pub(crate) total: u64,
    limits: Limits,
    packed: bool,
    /// For a file of an archive: what was unpacked of all its files, and the archive's own size.
    archive: Option<(Rc<Cell<u64>>, u64)>,
}

impl<'a> Stream<'a> {
    /// A stream over a reader of `total` bytes; what begins like gzip is unpacked.
    pub(crate) fn new(reader: impl Read + 'a, total: u64, limits: Limits) -> io::Result<Self> {
        let meter = Rc::new(Meter::default());
        let mut counted = BufReader::new(Counted { inner: reader, meter: Rc::clone(&meter) });
        // `fill_buf` may give a single byte on odd readers; then gzip is not recognised and refused later as no text.
        let packed = counted.fill_buf()?.starts_with(&[0x1f, 0x8b]);
        let inner: Box<dyn Read + 'a> =
            if packed { Box::new(MultiGzDecoder::new(counted)) } else { Box::new(counted) };
        Ok(Self { inner, meter, total, limits, packed, archive: None })
    }

    /// The same stream as a part of an archive of `size` bytes, of which `unpacked` counts everything.
    pub(crate) fn of_archive(mut self, unpacked: Rc<Cell<u64>>, size: u64) -> Self {
        self.archive = Some((unpacked, size));
        self
    }

    /// The same stream that may not be longer than `max` bytes.
    pub(crate) fn at_most(mut self, max: u64) -> Self {
        self.limits.file = self.limits.file.min(max);
        self
    }

    /// The same stream that may be unpacked to at most `ratio` times its size.
    pub(crate) fn at_ratio(mut self, ratio: u64) -> Self {
        self.limits.ratio = self.limits.ratio.min(ratio);
        self
    }

    fn check(&self, n: u64) -> Result<(), Passed> {
        let pass = |limit, max| Err(Passed { limit, max });
        let limits = &self.limits;
        if self.meter.plain.get() > limits.file {
            return pass(Limit::File, limits.file);
        }
        if let Some((unpacked, size)) = &self.archive {
            unpacked.set(unpacked.get() + n);
            if unpacked.get() > limits.archive {
                return pass(Limit::Archive, limits.archive);
            }
            if unpacked.get() > limits.free.max(size.saturating_mul(limits.ratio)) {
                return pass(Limit::Ratio, limits.ratio);
            }
        } else if self.packed {
            let most = self.meter.packed.get().saturating_mul(limits.ratio);
            if self.meter.plain.get() > limits.free.max(most) {
                return pass(Limit::Ratio, limits.ratio);
            }
        }
        if self.meter.row.get() > limits.row {
            return pass(Limit::Line, limits.row);
        }
        Ok(())
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.meter.plain.set(self.meter.plain.get() + n as u64);
        self.meter.row.set(self.meter.row.get() + n as u64);
        self.check(n as u64).map_err(io::Error::other)?;
        Ok(n)
    }
}

/// What an error of reading means for the file.
pub(crate) fn io_fatal(place: Place, error: &io::Error) -> Fatal {
    let passed = error.get_ref().and_then(|inner| inner.downcast_ref::<Passed>());
    let reason = match (passed, error.kind()) {
        (Some(passed), _) => Reason::TooBig { limit: passed.limit, max: passed.max },
        _ if error.get_ref().is_some_and(|inner| inner.is::<BadText>()) => Reason::WrongEncoding,
        (None, io::ErrorKind::UnexpectedEof) => Reason::Truncated,
        (None, io::ErrorKind::NotFound) => Reason::MissingFile { name: place.file.clone() },
        (None, io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput) => {
            Reason::Malformed { detail: cut(&error.to_string()) }
        }
        _ => Reason::Unreadable { detail: cut(&error.to_string()) },
    };
    Fatal::new(place, reason)
}
