//! The one writer of SQLite, with group commit.
//!
//! Callers take turns on one connection. Each works inside a savepoint of a
//! shared transaction; whoever finds nobody waiting commits for all, once. So a
//! lone writer pays one sync for one change, and eight writers share it. A
//! caller returns only after the commit that holds its work.
//!
//! Why nobody waits for ever: a caller counts itself in `waiting` before it asks
//! for the lock and off when it has it. Who finds `waiting` above zero may go to
//! sleep, because that other caller is still to come and will, on each of its
//! ways out, either end the batch or leave it to one who came later still.

use crate::Conn;
use diesel::connection::SimpleConnection;
use language::{Failure, Result};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::ThreadId;

/// A batch is committed at this size even while others wait.
const LARGEST_BATCH: usize = 128;

pub(crate) struct Writer {
    state: Mutex<State>,
    finished: Condvar,
    waiting: AtomicUsize,
    /// After a failed sync the file's state is unknown: no more writes.
    broken: OnceLock<String>,
    /// Who is at work: a write inside a write would wait for itself.
    busy: Mutex<Option<ThreadId>>,
}

/// How a batch ended: `None` when it was kept, else why not.
type Ending = Arc<OnceLock<Option<String>>>;

struct State {
    conn: Conn,
    batch: Option<Batch>,
}

/// A transaction that callers share.
struct Batch {
    ending: Ending,
    /// Changes so far, those that failed included.
    tried: usize,
    /// Changes that are to stay.
    kept: usize,
}

impl Writer {
    pub(crate) fn new(conn: Conn) -> Self {
        Self {
            state: Mutex::new(State { conn, batch: None }),
            finished: Condvar::new(),
            waiting: AtomicUsize::new(0),
            broken: OnceLock::new(),
            busy: Mutex::new(None),
        }
    }

    /// Takes the turn; refuses a caller who has it already.
    fn turn(&self) -> Result<Turn<'_>> {
        let me = std::thread::current().id();
        if *self.busy.lock().unwrap_or_else(PoisonError::into_inner) == Some(me) {
            return Err(Failure::fault("write", "a write was begun inside a write"));
        }
        self.waiting.fetch_add(1, Ordering::SeqCst);
        // A panic in a caller's work is caught below, so the state is whole.
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        Ok(Turn { writer: self, state })
    }

    /// Why nothing can be written any more, if so.
    pub(crate) fn broken(&self) -> Option<&str> {
        self.broken.get().map(String::as_str)
    }

    /// Runs `f` on the connection outside any transaction.
    pub(crate) fn alone<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut turn = self.turn()?;
        turn.end_batch();
        turn.work(f)
    }

    /// Runs `f` in a transaction and returns when its work is on disk.
    pub(crate) fn run<T, X>(
        &self,
        f: impl FnOnce(&mut Conn) -> (Result<T>, X),
    ) -> Result<(Result<T>, X)> {
        let mut turn = self.turn()?;
        let ending = match turn.enter() {
            Ok(ending) => ending,
            Err(failure) => {
                // Others of an open batch may count on this caller to commit.
                turn.end_if_last();
                return Err(failure);
            }
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| turn.work(f)));
        let keep = matches!(&outcome, Ok((Ok(_), _)));
        let left = turn.leave(keep);
        let result = match outcome {
            Ok(result) => result,
            Err(panic) => {
                turn.end_if_last();
                drop(turn);
                resume_unwind(panic);
            }
        };
        if !keep {
            turn.end_if_last();
            return Ok(result);
        }
        if let Err(failure) = left {
            turn.end_if_last();
            return Err(failure);
        }
        match turn.wait_for(&ending) {
            Some(why) => Err(Failure::fault("keep a change", why)),
            None => Ok(result),
        }
    }
}

/// The turn of one caller: the lock is held.
struct Turn<'a> {
    writer: &'a Writer,
    state: MutexGuard<'a, State>,
}

impl Turn<'_> {
    /// Runs `f` on the connection, noting who does.
    fn work<R>(&mut self, f: impl FnOnce(&mut Conn) -> R) -> R {
        let _busy = Busy::new(&self.writer.busy);
        f(&mut self.state.conn)
    }

    /// Opens a batch unless one is open, and a savepoint in it.
    fn enter(&mut self) -> Result<Ending> {
        if let Some(why) = self.writer.broken() {
            return Err(Failure::fault("write after the disk failed", why));
        }
        let state = &mut *self.state;
        if state.batch.is_none() {
            state.conn.batch_execute("begin immediate")?;
            state.batch = Some(Batch { ending: Ending::default(), tried: 0, kept: 0 });
        }
        if let Err(error) = state.conn.batch_execute("savepoint job") {
            self.lose_batch(error.to_string());
            return Err(error.into());
        }
        let Some(batch) = &mut self.state.batch else {
            return Err(Failure::fault("write", "the batch is gone"));
        };
        batch.tried += 1;
        Ok(batch.ending.clone())
    }

    /// Closes the savepoint, keeping what was done in it or not.
    fn leave(&mut self, keep: bool) -> Result<()> {
        let how = if keep { "release job" } else { "rollback to job; release job" };
        match self.state.conn.batch_execute(how) {
            Ok(()) => {
                if let (true, Some(batch)) = (keep, &mut self.state.batch) {
                    batch.kept += 1;
                }
                Ok(())
            }
            Err(error) => {
                // SQLite itself undid the whole transaction (the disk is full, a
                // page could not be read): what others did in it is gone too.
                self.lose_batch(error.to_string());
                Err(error.into())
            }
        }
    }

    /// Sleeps until the batch of `ending` has ended, or ends it.
    fn wait_for(mut self, ending: &Ending) -> Option<String> {
        loop {
            if let Some(ended) = ending.get() {
                return ended.clone();
            }
            let full = self.state.batch.as_ref().is_none_or(|batch| batch.tried >= LARGEST_BATCH);
            if full || self.writer.waiting.load(Ordering::SeqCst) == 0 {
                self.end_batch();
            } else {
                self.state =
                    self.writer.finished.wait(self.state).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    fn end_if_last(&mut self) {
        let full = self.state.batch.as_ref().is_some_and(|b| b.tried >= LARGEST_BATCH);
        if full || self.writer.waiting.load(Ordering::SeqCst) == 0 {
            self.end_batch();
        }
    }

    fn end_batch(&mut self) {
        let Some(batch) = &self.state.batch else { return };
        let how = if batch.kept == 0 { "rollback" } else { "commit" };
        match self.state.conn.batch_execute(how) {
            Ok(()) => self.tell(None),
            Err(error) => self.lose_batch(error.to_string()),
        }
    }

    /// Ends the batch with nothing of it kept.
    fn lose_batch(&mut self, why: String) {
        // It fails when SQLite undid the transaction already.
        let _ = self.state.conn.batch_execute("rollback");
        if why.contains("disk I/O") {
            let _ = self.writer.broken.set(why.clone());
        }
        self.tell(Some(why));
    }

    fn tell(&mut self, ended: Option<String>) {
        if let Some(batch) = self.state.batch.take() {
            let _ = batch.ending.set(ended);
        }
        self.writer.finished.notify_all();
    }
}

/// Notes who is at work until it is dropped, also by a panic.
struct Busy<'a>(&'a Mutex<Option<ThreadId>>);

impl<'a> Busy<'a> {
    fn new(busy: &'a Mutex<Option<ThreadId>>) -> Self {
        *busy.lock().unwrap_or_else(PoisonError::into_inner) = Some(std::thread::current().id());
        Self(busy)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests;
