//! A long way through the log: others read ahead while the follower works.

use crate::follow::{self, Follower};
use crate::log::{self, Recorded};
use database::Database;
use language::{Failure, Result};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// How many facts are taken at a time. Larger than a stride of everyday, because what
/// many facts touch is written once; small enough to hold up no member for long.
const PORTION: i64 = 100_000;

/// How many read ahead. The follower works besides, so this keeps two cores busy.
const READERS: usize = 2;

type Portion = Result<Vec<Recorded>>;

/// Lets `follower` take all the facts there are, several portions being read while it
/// works on one: for a rebuild. `taken` hears how many facts each portion had. It may be
/// ended at any point: the cursor stands where the last whole portion ends.
///
/// # Errors
/// What the follower or the database returned.
pub fn catch_up(
    database: &Database,
    follower: &dyn Follower,
    taken: impl FnMut(usize),
) -> Result<()> {
    catch_up_by(database, follower, PORTION, taken)
}

/// The same with another size of portions.
pub(crate) fn catch_up_by(
    database: &Database,
    follower: &dyn Follower,
    size: i64,
    mut taken: impl FnMut(usize),
) -> Result<()> {
    database.sequence_facts()?;
    let start = follow::position(database, follower)?;
    let done: Result<()> = std::thread::scope(|scope| {
        let mut portions: Vec<Receiver<Portion>> = Vec::new();
        for number in 0..READERS {
            let (sender, receiver) = sync_channel(1);
            let first = start + size * i64::try_from(number).unwrap_or(0);
            scope.spawn(move || read_ahead(database, first, size, &sender));
            portions.push(receiver);
        }
        let mut at = start;
        // Each portion comes from the reader whose turn it is. When this ends early the
        // channels close, and with them the readers.
        for portion in portions.iter().cycle() {
            let facts = portion
                .recv()
                .unwrap_or_else(|gone| Err(Failure::fault("read the log ahead", gone)))?;
            if facts.is_empty() || !follow::take_portion(database, follower, at, &facts)? {
                break;
            }
            taken(facts.len());
            at += size;
        }
        Ok(())
    });
    done?;
    // What was recorded meanwhile, or after somebody else moved the cursor.
    loop {
        match follow::step(database, follower)? {
            0 => return Ok(()),
            more => taken(more),
        }
    }
}

/// Reads every [`READERS`]th portion from `first` on, until there is none or nobody
/// wants it. Positions are dense, so every portion has its place beforehand.
fn read_ahead(database: &Database, first: i64, size: i64, to: &SyncSender<Portion>) {
    let mut at = first;
    loop {
        let portion = database.read(|conn| log::between(conn, at, at + size));
        let is_last = portion.as_ref().map_or(true, Vec::is_empty);
        if to.send(portion).is_err() || is_last {
            return;
        }
        at += size * i64::try_from(READERS).unwrap_or(1);
    }
}
