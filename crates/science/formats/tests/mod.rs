//! Tests of the readers, against real exports in the shared data and against files made to hurt.

mod bad;
mod doubling;
mod dumps;
mod fuzz;
mod html;
mod look;
mod slack;
mod tables;

use crate::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// A sink that keeps everything.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) records: Vec<(Place, Record)>,
    pub(crate) refusals: Vec<Refusal>,
    pub(crate) progress: Vec<(u64, u64)>,
    pub(crate) stop_after: Option<usize>,
}

impl Sink for Kept {
    fn record(&mut self, place: Place, record: Record) -> ControlFlow<()> {
        self.records.push((place, record));
        if self.stop_after == Some(self.records.len()) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn refuse(&mut self, refusal: Refusal) -> ControlFlow<()> {
        self.refusals.push(refusal);
        ControlFlow::Continue(())
    }

    fn progress(&mut self, done: u64, total: u64) {
        self.progress.push((done, total));
    }
}

impl Kept {
    /// How many records of each kind.
    pub(crate) fn kinds(&self) -> BTreeMap<&'static str, u64> {
        let mut kinds = BTreeMap::new();
        for (_, record) in &self.records {
            *kinds.entry(record.kind()).or_default() += 1;
        }
        kinds
    }

    /// Row and code of each refusal.
    pub(crate) fn refused(&self) -> Vec<(u64, &'static str)> {
        self.refusals.iter().map(|r| (r.place.row, r.reason.code())).collect()
    }

    pub(crate) fn people(&self) -> Vec<&Person> {
        self.records
            .iter()
            .filter_map(|(_, r)| if let Record::Person(p) = r { Some(p) } else { None })
            .collect()
    }

    pub(crate) fn threads(&self) -> Vec<&Thread> {
        self.records
            .iter()
            .filter_map(|(_, r)| if let Record::Thread(t) = r { Some(t) } else { None })
            .collect()
    }

    pub(crate) fn comments(&self) -> Vec<&Comment> {
        self.records
            .iter()
            .filter_map(|(_, r)| if let Record::Comment(c) = r { Some(c) } else { None })
            .collect()
    }
}

/// A folder of the shared data.
pub(crate) fn shared(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data").join(name)
}

pub(crate) fn amsterdam() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap()
}

/// Microseconds of a time in UTC.
pub(crate) fn at(text: &str) -> Micros {
    text.parse::<jiff::Timestamp>().unwrap().as_microsecond()
}

/// A zip with these files.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}
