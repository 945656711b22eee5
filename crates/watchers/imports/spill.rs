//! Texts that wait on disk between reading and publishing.
//!
//! The keys and numbers of an import fit in memory, its texts need not. The file
//! is unlinked as soon as it is open, so that nothing is left of it however the
//! program ends.

use language::{Failure, Result};
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Texts in the order in which they were written.
pub(crate) struct Spill {
    file: BufWriter<File>,
    /// Where the system would not unlink an open file.
    left: Option<PathBuf>,
}

impl Spill {
    /// An empty file in `folder`; `name` is unique there.
    pub(crate) fn new(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(format!(".import-{name}.tmp"));
        let fault = |e: io::Error| Failure::fault(format!("keep texts in {}", path.display()), e);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)
            .map_err(fault)?;
        let left = std::fs::remove_file(&path).is_err().then(|| path.clone());
        Ok(Self { file: BufWriter::with_capacity(1 << 18, file), left })
    }

    /// Adds a text.
    pub(crate) fn put(&mut self, text: &str) -> io::Result<()> {
        let length = u32::try_from(text.len()).map_err(io::Error::other)?;
        self.file.write_all(&length.to_le_bytes())?;
        self.file.write_all(text.as_bytes())
    }

    /// The texts from the first.
    pub(crate) fn texts(&mut self) -> Result<Texts<'_>> {
        let fault = |e: io::Error| Failure::fault("read the texts of an import", e);
        self.file.flush().map_err(fault)?;
        self.file.get_mut().rewind().map_err(fault)?;
        Ok(Texts { reader: BufReader::with_capacity(1 << 18, self.file.get_mut()) })
    }
}

impl Drop for Spill {
    fn drop(&mut self) {
        if let Some(path) = &self.left {
            // A leftover is hidden and is overwritten by a later run at the worst.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The texts of a spill, one after another.
pub(crate) struct Texts<'a> {
    reader: BufReader<&'a mut File>,
}

impl Texts<'_> {
    /// The next text.
    pub(crate) fn next(&mut self) -> Result<String> {
        let fault = |e: io::Error| Failure::fault("read the texts of an import", e);
        let mut length = [0; 4];
        self.reader.read_exact(&mut length).map_err(fault)?;
        let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
        self.reader.read_exact(&mut bytes).map_err(fault)?;
        String::from_utf8(bytes).map_err(|e| Failure::fault("read the texts of an import", e))
    }
}
