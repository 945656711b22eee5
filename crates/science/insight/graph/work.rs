//! Work shared among threads, with the same answer whatever their number.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many threads may work at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workers(NonZeroUsize);

impl Workers {
    /// One thread.
    pub const ONE: Self = Self(NonZeroUsize::MIN);

    /// So many threads, at least one.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        Self(NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN))
    }
}

/// Does `parts` pieces of work and returns their results in order. Which thread does which part
/// is left to chance, so a part must not depend on another one; sums are to be made of the
/// ordered results, so that rounding does not depend on the number of threads.
pub(crate) fn in_parts<T: Send>(
    workers: Workers,
    parts: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let threads = workers.0.get().min(parts);
    if threads <= 1 {
        return (0..parts).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= parts {
                return done;
            }
            done.push((part, work(part)));
        }
    };
    let mut all: Vec<(usize, T)> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        handles
            .into_iter()
            .flat_map(|handle| {
                handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    all.sort_unstable_by_key(|(part, _)| *part);
    all.into_iter().map(|(_, result)| result).collect()
}

/// The `part`th of `parts` nearly equal stretches of 0..`length`.
pub(crate) fn stretch(length: usize, parts: usize, part: usize) -> std::ops::Range<usize> {
    length * part / parts..length * (part + 1) / parts
}
