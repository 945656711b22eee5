//! How often somebody may try to get into an account.
//!
//! Guessing is held back in three ways, each within a quarter of an hour:
//! * one address at one account: [`MOST_FROM_ONE`] tries;
//! * all addresses together at one account: [`MOST`] at once, then one every
//!   ninety seconds. That slows strangers; it shuts nobody out who shows that they
//!   signed in from this browser before, because those are counted apart;
//! * one address at all accounts: [`MOST_WRONG`] wrong tries. A whole office shares
//!   an address, so that is many; it ends one password tried on everybody.
//!
//! The counts lie in memory, in tables of a fixed size in which several keys may
//! share a cell (a count-min sketch; Cormode and Muthukrishnan, 2005). A table never
//! fills up, so nobody can push a count out, and nobody is refused because there is
//! no room. An account that does not exist is counted like one that does.

use language::Moment;
use std::hash::{BuildHasher, RandomState};
use std::sync::{LazyLock, Mutex, PoisonError};

/// The time in which a full count empties: a quarter of an hour.
pub(crate) const WINDOW: i64 = 15 * 60 * Moment::SECOND;
/// Tries at one account, by strangers together and by its owner.
pub(crate) const MOST: f64 = 10.0;
/// Tries of one address at one account.
pub(crate) const MOST_FROM_ONE: f64 = 8.0;
/// Wrong tries of one address at all accounts.
pub(crate) const MOST_WRONG: f64 = 600.0;

/// Who tries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Who<'a> {
    /// Somebody at a browser that has signed in to this account before.
    Known,
    /// Anybody else, at this address.
    Stranger(&'a [u8; 16]),
}

/// The recent tries.
pub(crate) struct Attempts {
    owner: Counts,
    account: Counts,
    pair: Counts,
    address: Counts,
}

/// The tries of this process.
pub(crate) static ATTEMPTS: LazyLock<Attempts> = LazyLock::new(Attempts::new);

impl Attempts {
    pub(crate) fn new() -> Self {
        Self {
            owner: Counts::new(MOST),
            account: Counts::new(MOST),
            pair: Counts::new(MOST_FROM_ONE),
            address: Counts::new(MOST_WRONG),
        }
    }

    /// Counts a try at `account`; whether it may go on.
    pub(crate) fn allow(&self, account: &str, who: Who<'_>, now: Moment) -> bool {
        let Who::Stranger(address) = who else { return self.owner.take(account, now) };
        if !self.address.has_room(address, now) || !self.pair.take((account, address), now) {
            return false;
        }
        if self.account.take(account, now) {
            return true;
        }
        self.pair.give_back((account, address), now, 1.0);
        false
    }

    /// Notes that a try that was allowed was wrong.
    pub(crate) fn was_wrong(&self, who: Who<'_>, now: Moment) {
        if let Who::Stranger(address) = who {
            self.address.take(address, now);
        }
    }

    /// Notes that a try that was allowed was right, or came to nothing: what it took is
    /// given back. Whoever got in starts anew, strangers at the same account do not.
    pub(crate) fn forget(&self, account: &str, who: Who<'_>, now: Moment) {
        match who {
            Who::Known => self.owner.give_back(account, now, MOST),
            Who::Stranger(address) => {
                self.pair.give_back((account, address), now, MOST_FROM_ONE);
                self.account.give_back(account, now, 1.0);
            }
        }
    }
}

/// Cells of a row: with fewer tries than this within a window, keys hardly meet.
const CELLS: usize = 1 << 15;
/// A key has a cell in each row; the lowest of them tells its count.
const ROWS: usize = 4;

/// Counts that empty evenly within [`WINDOW`], by any key.
struct Counts {
    most: f64,
    /// With a key of this process: nobody outside knows who shares a cell.
    hash: [RandomState; ROWS],
    cells: Mutex<Vec<Cell>>,
}

#[derive(Clone, Copy)]
struct Cell {
    count: f64,
    at: Moment,
}

impl Cell {
    fn at(self, now: Moment, most: f64) -> f64 {
        let gone = now.since(self.at).max(0) as f64 / WINDOW as f64;
        (self.count - gone * most).max(0.0)
    }
}

impl Counts {
    fn new(most: f64) -> Self {
        let hash = std::array::from_fn(|_| RandomState::new());
        Self { most, hash, cells: Mutex::new(Vec::new()) }
    }

    fn places(&self, key: impl std::hash::Hash) -> [usize; ROWS] {
        std::array::from_fn(|row| {
            let hash = self.hash[row].hash_one(&key);
            row * CELLS + usize::try_from(hash % CELLS as u64).unwrap_or(0)
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Vec<Cell>) -> T) -> T {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        if cells.is_empty() {
            cells.resize(ROWS * CELLS, Cell { count: 0.0, at: Moment(0) });
        }
        work(&mut cells)
    }

    fn lowest(&self, cells: &[Cell], places: &[usize; ROWS], now: Moment) -> f64 {
        places.iter().map(|at| cells[*at].at(now, self.most)).fold(f64::INFINITY, f64::min)
    }

    fn has_room(&self, key: impl std::hash::Hash, now: Moment) -> bool {
        let places = self.places(key);
        self.with(|cells| self.lowest(cells, &places, now) + 1.0 <= self.most)
    }

    /// Counts one, unless there are [`Self::most`] already.
    fn take(&self, key: impl std::hash::Hash, now: Moment) -> bool {
        let places = self.places(key);
        self.with(|cells| {
            let count = self.lowest(cells, &places, now);
            if count + 1.0 > self.most {
                return false;
            }
            for at in places {
                // Only what is below the new count rises: keys that share a cell add
                // up as little as can be.
                let held = cells[at].at(now, self.most);
                cells[at] = Cell { count: held.max(count + 1.0), at: now };
            }
            true
        })
    }

    fn give_back(&self, key: impl std::hash::Hash, now: Moment, how_many: f64) {
        let places = self.places(key);
        self.with(|cells| {
            let back = self.lowest(cells, &places, now).min(how_many);
            for at in places {
                let held = cells[at].at(now, self.most);
                cells[at] = Cell { count: (held - back).max(0.0), at: now };
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Moment = Moment(1_000_000_000_000);

    fn address(number: u32) -> [u8; 16] {
        let mut address = [0; 16];
        address[12..].copy_from_slice(&number.to_be_bytes());
        address
    }

    /// How many of `tries` are allowed, at once.
    fn allowed(attempts: &Attempts, account: &str, from: u32, tries: usize, now: Moment) -> usize {
        let address = address(from);
        (0..tries).filter(|_| attempts.allow(account, Who::Stranger(&address), now)).count()
    }

    #[test]
    fn one_address_tries_one_account_eight_times() {
        let attempts = Attempts::new();
        assert_eq!(allowed(&attempts, "anna", 1, 50, START), 8);
        assert_eq!(allowed(&attempts, "bob", 1, 1, START), 1);
        assert_eq!(allowed(&attempts, "anna", 1, 50, START.plus(WINDOW)), 8);
    }

    #[test]
    fn many_addresses_together_are_slowed_down_and_the_owner_is_not() {
        let attempts = Attempts::new();
        let by_all = (0..100).map(|from| allowed(&attempts, "anna", from, 5, START)).sum::<usize>();
        assert_eq!(by_all, 10);
        // Not a wall: one comes through every ninety seconds.
        let ninety = START.plus(90 * Moment::SECOND + 1);
        assert_eq!(allowed(&attempts, "anna", 500, 5, ninety), 1);
        // The owner, at the browser they always use.
        assert!(attempts.allow("anna", Who::Known, ninety));
        // In an hour of attack no more than 10 and 40.
        let mut through = 0;
        for second in 0..3_600_u32 {
            let now = START.plus(2 * WINDOW + i64::from(second) * Moment::SECOND);
            through += allowed(&attempts, "anna", 1_000 + second, 3, now);
        }
        assert!((45..=51).contains(&through), "{through}");
        assert!(attempts.allow("anna", Who::Known, START.plus(6 * WINDOW)));
    }

    #[test]
    fn who_got_in_starts_anew_and_the_attacker_does_not() {
        let attempts = Attempts::new();
        let home = address(7);
        for _ in 0..7 {
            assert!(attempts.allow("anna", Who::Stranger(&home), START));
        }
        attempts.forget("anna", Who::Stranger(&home), START);
        assert_eq!(allowed(&attempts, "anna", 8, 50, START), 4, "six are still counted");
        assert!(attempts.allow("anna", Who::Known, START));
        attempts.forget("anna", Who::Known, START);
        assert_eq!(allowed(&attempts, "anna", 9, 50, START), 0);
        for _ in 0..10 {
            assert!(attempts.allow("anna", Who::Known, START));
        }
        assert!(!attempts.allow("anna", Who::Known, START), "also a known browser guesses");
    }

    #[test]
    fn one_password_is_not_tried_on_everybody() {
        let attempts = Attempts::new();
        let from = address(3);
        let mut tried = 0;
        for number in 0..5_000 {
            if attempts.allow(&format!("account {number}"), Who::Stranger(&from), START) {
                attempts.was_wrong(Who::Stranger(&from), START);
                tried += 1;
            }
        }
        assert_eq!(tried, 600);
        // The rest of the world goes on.
        assert_eq!(allowed(&attempts, "account 4999", 4, 1, START), 1);
    }

    #[test]
    fn a_flood_pushes_no_count_out_and_shuts_nobody_out() {
        let attempts = Attempts::new();
        assert_eq!(allowed(&attempts, "anna", 1, 50, START), 8);
        // As many made-up accounts as a month of an honest house.
        for number in 0..60_000_u32 {
            attempts.allow(&format!("made up {number}"), Who::Stranger(&address(number)), START);
        }
        assert_eq!(allowed(&attempts, "anna", 1, 50, START), 0, "still counted");
        let shut_out = (0..1_000)
            .filter(|n| allowed(&attempts, &format!("honest {n}"), 70_000 + n, 1, START) == 0)
            .count();
        assert_eq!(shut_out, 0);
    }
}
