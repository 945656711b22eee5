//! Small changes that may wait a moment, and of which the last second may be
//! lost when the power fails: what somebody has read, that they were here today.
//! Waiting lets them share one commit; a page never waits for them.

use database::{Database, Tx};
use language::Result;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

type Job = Box<dyn FnOnce(&mut Tx<'_>) -> Result<()> + Send>;

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

    /// Makes `job` soon. A job must be harmless when it is lost or fails.
    pub fn soon(&self, job: impl FnOnce(&mut Tx<'_>) -> Result<()> + Send + 'static) {
        if let Ok(jobs) = self.jobs.lock() {
            // When the thread is gone the program is ending.
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Returns when everything given so far is made.
    pub fn settle(&self) {
        let (done, ended) = channel::<()>();
        // The sender is dropped when the job has run, whatever became of it.
        self.soon(move |_| {
            drop(done);
            Ok(())
        });
        let _ = ended.recv();
    }
}

fn work(database: &Database, waiting: &Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let batch: Vec<Job> = std::iter::once(first).chain(waiting.try_iter().take(199)).collect();
        let result = database.write(|tx| {
            for job in batch {
                job(tx)?;
            }
            Ok(())
        });
        if let Err(failure) = result {
            tracing::warn!(%failure, "a small change was not kept");
        }
    }
}
