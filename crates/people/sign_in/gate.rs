//! At most so many at once: each password costs 19 MiB and a core for a moment.

use language::{Refusal, Result};
use std::sync::{Condvar, Mutex, PoisonError};

/// More than this many waiting is a crowd that will not be served in time.
const MOST_WAITING: usize = 16;

/// Lets at most `places` through at a time; the others wait on their threads.
pub(crate) struct Gate {
    places: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    inside: usize,
    waiting: usize,
}

/// A place inside, given back when dropped (also when the work panics).
struct Place<'a>(&'a Gate);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.inside -= 1;
        self.0.freed.notify_one();
    }
}

impl Gate {
    pub(crate) const fn new(places: usize) -> Self {
        Self { places, state: Mutex::new(State { inside: 0, waiting: 0 }), freed: Condvar::new() }
    }

    /// Does `work` when there is a place.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] when too many wait already.
    pub(crate) fn pass<T>(&self, work: impl FnOnce() -> T) -> Result<T> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.waiting >= MOST_WAITING {
            return Err(Refusal::TooMany.into());
        }
        state.waiting += 1;
        let mut state = self
            .freed
            .wait_while(state, |state| state.inside >= self.places)
            .unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        state.inside += 1;
        drop(state);
        let place = Place(self);
        let done = work();
        drop(place);
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::Failure;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_than_its_places_at_once() {
        let gate = Gate::new(2);
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    gate.pass(|| {
                        let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
                        most.fetch_max(now, Ordering::SeqCst);
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    })
                    .unwrap();
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 2);
    }

    #[test]
    fn a_crowd_is_sent_away_at_once() {
        let gate = Gate::new(1);
        let (open, held) = std::sync::mpsc::channel::<()>();
        let held = Mutex::new(held);
        std::thread::scope(|scope| {
            let wait_for = |inside, waiting| loop {
                let state = gate.state.lock().unwrap();
                if (state.inside, state.waiting) == (inside, waiting) {
                    break;
                }
                drop(state);
                std::thread::yield_now();
            };
            scope.spawn(|| gate.pass(|| held.lock().unwrap().recv()));
            wait_for(1, 0);
            for _ in 0..MOST_WAITING {
                scope.spawn(|| gate.pass(|| ()));
            }
            wait_for(1, MOST_WAITING);
            // Nobody waits behind sixteen others: this returns although nothing moves.
            assert!(matches!(gate.pass(|| ()), Err(Failure::Refusal(Refusal::TooMany))));
            drop(open);
        });
        assert!(gate.pass(|| ()).is_ok(), "when they are gone there is room");
    }

    #[test]
    fn a_panic_inside_gives_the_place_back() {
        let gate = Gate::new(1);
        let fell = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _ = gate.pass(|| panic!("as meant"));
        }));
        assert!(fell.is_err());
        assert_eq!(gate.pass(|| 7).unwrap(), 7);
    }
}
