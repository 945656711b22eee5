//! What stands between a reader and its sink: it counts, and holds every record to the limits.

use crate::limits::too_long;
use crate::reason::{Fatal, Reason, Refusal};
use crate::staged::{Place, Record, Sink, Skip, Summary};
use std::ops::ControlFlow;

/// Why a reader ends before the end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The sink asked.
    Asked,
    /// The file cannot be read.
    Fatal(Box<Fatal>),
}

impl From<Fatal> for Stop {
    fn from(fatal: Fatal) -> Self {
        Self::Fatal(Box::new(fatal))
    }
}

/// A step of a reader.
pub(crate) type Go<T = ()> = Result<T, Stop>;

/// The sink with its counts.
pub(crate) struct Out<'s> {
    sink: &'s mut dyn Sink,
    summary: Summary,
}

impl<'s> Out<'s> {
    pub(crate) fn new(sink: &'s mut dyn Sink) -> Self {
        Self { sink, summary: Summary::default() }
    }

    /// Counts one entry of the source.
    pub(crate) fn read(&mut self) {
        self.summary.read += 1;
    }

    /// Gives the record, or refuses it when a text of it is too long; says which.
    pub(crate) fn record(&mut self, place: Place, record: Record) -> Go<bool> {
        if let Some(reason) = too_long(&record) {
            self.refuse(place, reason)?;
            return Ok(false);
        }
        self.summary.records += 1;
        asked(self.sink.record(place, record)).map(|()| true)
    }

    pub(crate) fn refuse(&mut self, place: Place, reason: Reason) -> Go {
        self.summary.refused += 1;
        asked(self.sink.refuse(Refusal { place, reason }))
    }

    pub(crate) fn skip(&mut self, kind: Skip) {
        *self.summary.skipped.entry(kind).or_default() += 1;
    }

    pub(crate) fn progress(&mut self, done: u64, total: u64) {
        self.sink.progress(done.min(total), total);
    }

    /// Turns the end of the reading into what the caller gets.
    pub(crate) fn finish(mut self, end: Go) -> Result<Summary, Fatal> {
        match end {
            Ok(()) => Ok(self.summary),
            Err(Stop::Asked) => {
                self.summary.stopped = true;
                Ok(self.summary)
            }
            Err(Stop::Fatal(fatal)) => Err(*fatal),
        }
    }
}

fn asked(flow: ControlFlow<()>) -> Go {
    match flow {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stop::Asked),
    }
}
