//! Time, chance and new ids come from outside, so that tests can hold them.

use crate::Moment;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// Gives random bits.
pub trait Randomness: Send + Sync {
    /// Fills `bytes` with random ones.
    fn fill(&self, bytes: &mut [u8]);

    /// 256 random bits as 43 letters, digits, `-` and `_`.
    fn token(&self) -> String {
        const ALPHABET: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut bytes = [0u8; 43];
        self.fill(&mut bytes);
        bytes.iter().map(|b| char::from(ALPHABET[usize::from(b & 63)])).collect()
    }

    /// A random number.
    fn number(&self) -> u64 {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that shows `now`.
    pub fn at(now: Moment) -> Self {
        Self(AtomicI64::new(now.0))
    }

    /// Moves the clock by `micros`, also backwards.
    pub fn advance(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// Repeatable bits for tests and simulations (SplitMix64; never for secrets).
#[derive(Debug)]
pub struct SeededRandomness(AtomicU64);

impl SeededRandomness {
    /// The stream of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Randomness for SeededRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut z = self
                .0
                .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst)
                .wrapping_add(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            chunk.copy_from_slice(&z.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// Makes ids that grow with time: 42 bits of milliseconds since 2020, then a
/// node's own 8 bits, then a counter of 13 bits that never goes back within a
/// process, whatever the clock does.
#[derive(Debug)]
pub struct IdMaker {
    node: i64,
    last: AtomicI64,
}

impl IdMaker {
    const EPOCH_MS: i64 = 1_577_836_800_000;

    /// A maker for a node; only the low 8 bits of `node` count.
    pub fn new(node: u64) -> Self {
        Self { node: (node & 0xFF) as i64, last: AtomicI64::new(0) }
    }

    /// The next id: larger than all before it from this maker.
    pub fn next(&self, now: Moment) -> i64 {
        let floor = (now.0 / 1_000 - Self::EPOCH_MS).max(1) << 13;
        let tick = self
            .last
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(floor.max(last + 1)))
            .map_or(floor, |last| floor.max(last + 1));
        ((tick >> 13) << 21) | (self.node << 13) | (tick & 0x1FFF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let maker = IdMaker::new(7);
        let mut last = 0;
        for step in 0..30_000 {
            let now = Moment(1_800_000_000_000_000 - step * 1_000);
            let id = maker.next(now);
            assert!(id > last);
            last = id;
        }
    }

    #[test]
    fn two_nodes_never_make_the_same_id() {
        let (a, b) = (IdMaker::new(1), IdMaker::new(2));
        let now = Moment(1_800_000_000_000_000);
        let of_a: std::collections::HashSet<i64> = (0..9_000).map(|_| a.next(now)).collect();
        assert!((0..9_000).all(|_| !of_a.contains(&b.next(now))));
    }
}
