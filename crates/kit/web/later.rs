//! Small changes that may wait a moment, and of which the last second may be
//! lost when the power fails: what somebody has read, that they were here today.
//! Waiting lets them share one commit; a page never waits for them.

use database::{Database, Tx};
use language::{Failure, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

type Job = Box<dyn Fn(&mut Tx<'_>) -> Result<()> + Send>;

/// Takes small changes and makes them soon.
pub struct Later {
    jobs: Mutex<Sender<Job>>,
}

impl Later {
    /// Starts the thread that makes the changes; it ends when the last handle goes.
    pub fn start(database: Database) -> Self {
        let (jobs, waiting) = channel();
        std::thread::Builder::new()
            .name("later".into())
            .spawn(move || work(&database, &waiting))
            .ok();
        Self { jobs: Mutex::new(jobs) }
    }

    /// Makes `job` soon. A job must be harmless when it is lost or fails. It may run
    /// twice, of which only the second counts: when another job beside it failed.
    pub fn soon(&self, job: impl Fn(&mut Tx<'_>) -> Result<()> + Send + 'static) {
        if let Ok(jobs) = self.jobs.lock() {
            // When the thread is gone the program is ending.
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Returns when everything given so far is made.
    pub fn settle(&self) {
        let (done, ended) = channel::<()>();
        // The sender is dropped with its job, whatever became of that.
        self.soon(move |_| {
            let _held = &done;
            Ok(())
        });
        let _ = ended.recv();
    }
}

fn work(database: &Database, waiting: &Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let batch: Vec<Job> = std::iter::once(first).chain(waiting.try_iter().take(199)).collect();
        if make(database, &batch).is_ok() {
            continue;
        }
        // One of them failed and took the others with it: now each for itself.
        for job in &batch {
            if let Err(failure) = make(database, std::slice::from_ref(job)) {
                tracing::warn!(%failure, "a small change was not kept");
            }
        }
    }
}

/// Makes all of `jobs` or none. A panic is one failure, and not the end of this thread.
fn make(database: &Database, jobs: &[Job]) -> Result<()> {
    let made = catch_unwind(AssertUnwindSafe(|| {
        database.write(|tx| jobs.iter().try_for_each(|job| job(tx)))
    }));
    made.unwrap_or_else(|_| Err(Failure::fault("make a small change", "a panic")))
}

#[cfg(test)]
mod tests;
