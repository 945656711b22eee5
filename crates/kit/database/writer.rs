//! The one writer of SQLite, with group commit.
//!
//! Callers take turns on one connection. Each works inside a savepoint of a
//! shared transaction; whoever finds nobody waiting commits for all, once. So a
//! lone writer pays one sync for one change, and eight writers share it. A
//! caller returns only after the commit that holds its work.

use crate::Conn;
use diesel::connection::SimpleConnection;
use language::{Failure, Result};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};

/// A batch is committed at this size even while others wait.
const LARGEST_BATCH: usize = 128;

pub(crate) struct Writer {
    state: Mutex<State>,
    finished: Condvar,
    waiting: AtomicUsize,
}

struct State {
    conn: Conn,
    /// The number of the open batch; also counts batches.
    batch: u64,
    open: bool,
    /// Changes in the open batch that are to stay.
    jobs: usize,
    /// The last batch that ended, and those of the last that could not be kept.
    ended: u64,
    lost: Vec<(u64, String)>,
    /// After a failed sync the file's state is unknown: no more writes.
    broken: Option<String>,
}

impl Writer {
    pub(crate) fn new(conn: Conn) -> Self {
        Self {
            state: Mutex::new(State {
                conn,
                batch: 0,
                open: false,
                jobs: 0,
                ended: 0,
                lost: Vec::new(),
                broken: None,
            }),
            finished: Condvar::new(),
            waiting: AtomicUsize::new(0),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in a caller's work is caught below, so the state is whole.
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Runs `f` on the connection outside any transaction.
    pub(crate) fn alone<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut state = self.lock();
        if state.open {
            self.end_batch(&mut state);
        }
        f(&mut state.conn)
    }

    /// Runs `f` in a transaction and returns when its work is on disk.
    pub(crate) fn run<T, X>(
        &self,
        f: impl FnOnce(&mut Conn) -> (Result<T>, X),
    ) -> Result<(Result<T>, X)> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut state = self.lock();
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        if let Err(failure) = state.enter() {
            // Others of an open batch may count on this caller to commit.
            self.finish_if_last(&mut state);
            return Err(failure);
        }
        let batch = state.batch;
        let outcome = catch_unwind(AssertUnwindSafe(|| f(&mut state.conn)));
        let keep = matches!(&outcome, Ok((Ok(_), _)));
        let left = state.leave(keep);
        let result = match outcome {
            Ok(result) => result,
            Err(panic) => {
                self.finish_if_last(&mut state);
                drop(state);
                resume_unwind(panic);
            }
        };
        if left.is_err() || !keep {
            self.finish_if_last(&mut state);
            left?;
            return Ok(result);
        }
        while state.ended < batch {
            if self.waiting.load(Ordering::SeqCst) == 0 || state.jobs >= LARGEST_BATCH {
                self.end_batch(&mut state);
            } else {
                state = self
                    .finished
                    .wait(state)
                    .unwrap_or_else(std::sync::PoisonError::into_inner);
            }
        }
        if let Some((_, why)) = state.lost.iter().find(|(lost, _)| *lost == batch) {
            return Err(Failure::fault("keep a change", why.clone()));
        }
        Ok(result)
    }

    fn finish_if_last(&self, state: &mut State) {
        if state.open && self.waiting.load(Ordering::SeqCst) == 0 {
            self.end_batch(state);
        }
    }

    fn end_batch(&self, state: &mut State) {
        let batch = state.batch;
        let how = if state.jobs == 0 { "rollback" } else { "commit" };
        if let Err(error) = state.conn.batch_execute(how) {
            let _ = state.conn.batch_execute("rollback");
            let why = error.to_string();
            if why.contains("disk I/O") {
                state.broken = Some(why.clone());
            }
            state.lost.push((batch, why));
            if state.lost.len() > 64 {
                state.lost.remove(0);
            }
        }
        state.open = false;
        state.ended = batch;
        self.finished.notify_all();
    }
}

impl State {
    fn enter(&mut self) -> Result<()> {
        if let Some(why) = &self.broken {
            return Err(Failure::fault("write after the disk failed", why.clone()));
        }
        if !self.open {
            self.conn.batch_execute("begin immediate")?;
            self.open = true;
            self.batch += 1;
            self.jobs = 0;
        }
        self.conn.batch_execute("savepoint job")?;
        Ok(())
    }

    fn leave(&mut self, keep: bool) -> Result<()> {
        if keep {
            self.conn.batch_execute("release job")?;
            self.jobs += 1;
        } else {
            self.conn.batch_execute("rollback to job; release job")?;
        }
        Ok(())
    }
}
