//! Chance from a seed: the same numbers on every machine and in every version.

use crate::assign::mix;

/// A stream of numbers by SplitMix64 (Steele, Lea & Flood 2014).
#[derive(Debug, Clone)]
pub(crate) struct Stream {
    state: u64,
}

impl Stream {
    /// The `number`th stream of a seed; streams of one seed are independent.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        Self { state: mix(mix(seed).wrapping_add(number)) }
    }

    /// 64 random bits.
    pub(crate) fn next(&mut self) -> u64 {
        let bits = mix(self.state);
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        bits
    }

    /// A number in 0..1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number in 0..`end`, which is not 0, by multiplication (Lemire 2019). With 32 bits of
    /// range the bias stays below 2⁻³².
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// Puts a list in random order (Fisher & Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
