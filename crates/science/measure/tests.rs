//! The published figures from the published files, bad files, and files made of anything.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail where it likes")]

mod bad;
mod known;
mod networks;

use crate::{Kind, Options, Problem, Report, Source, measure};
use std::io::Cursor;
use std::path::PathBuf;

/// A file of the shared data.
fn shared(name: &str) -> Source {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data").join(name);
    let file = std::fs::File::open(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Source::new(name, file)
}

fn written(text: &str) -> Source {
    Source::new("table.csv", Cursor::new(text.as_bytes().to_vec()))
}

fn try_it(kind: Kind, text: &str) -> Result<Report, Problem> {
    measure(kind, vec![written(text)], &Options::default())
}

#[track_caller]
fn near(actual: f64, expected: f64, off: f64) {
    assert!((actual - expected).abs() <= off, "{actual} is not {expected}");
}
