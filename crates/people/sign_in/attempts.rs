//! How often somebody may try to get into one account.
//!
//! Counted in memory, by account and not by address: many people share an
//! office's address, and an attacker has many. An account that does not exist is
//! counted like one that does.

use language::Moment;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Tries within [`WINDOW`].
pub(crate) const MOST: usize = 10;
/// A quarter of an hour.
pub(crate) const WINDOW: i64 = 15 * 60 * Moment::SECOND;

/// More accounts than this are not kept: the oldest tries go first.
const MOST_ACCOUNTS: usize = 50_000;

/// The recent tries of every account.
pub(crate) struct Attempts {
    tries: Mutex<Option<HashMap<String, Vec<Moment>>>>,
}

/// The tries of this process.
pub(crate) static ATTEMPTS: Attempts = Attempts::new();

impl Attempts {
    pub(crate) const fn new() -> Self {
        Self { tries: Mutex::new(None) }
    }

    /// Counts a try; whether it is one of the first [`MOST`] of the last quarter.
    pub(crate) fn allow(&self, account: &str, now: Moment) -> bool {
        let mut held = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let tries = held.get_or_insert_default();
        if tries.len() >= MOST_ACCOUNTS {
            tries.retain(|_, times| times.last().is_some_and(|at| now.since(*at) < WINDOW));
        }
        if tries.len() >= MOST_ACCOUNTS && !tries.contains_key(account) {
            // An attack on fifty thousand accounts within a quarter of an hour.
            return false;
        }
        let times = tries.entry(account.to_owned()).or_default();
        times.retain(|at| now.since(*at) < WINDOW);
        let allowed = times.len() < MOST;
        if allowed {
            times.push(now);
        }
        allowed
    }

    /// Forgets the tries of an account: it was its owner.
    pub(crate) fn forget(&self, account: &str) {
        let mut held = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        held.get_or_insert_default().remove(account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_tries_a_quarter_and_then_ten_again() {
        let attempts = Attempts::new();
        let start = Moment(1_000_000_000);
        let allowed = (0..50).filter(|_| attempts.allow("anna", start)).count();
        assert_eq!(allowed, MOST);
        assert!(attempts.allow("bob", start));
        assert!(!attempts.allow("anna", start.plus(WINDOW - 1)));
        assert!(attempts.allow("anna", start.plus(WINDOW)));
    }

    #[test]
    fn who_got_in_starts_anew() {
        let attempts = Attempts::new();
        let now = Moment(5);
        for _ in 0..MOST {
            assert!(attempts.allow("anna", now));
        }
        attempts.forget("anna");
        assert!(attempts.allow("anna", now));
    }
}
