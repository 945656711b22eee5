//! The real clock and the real randomness.

use database::Environment;
use language::{Clock, Moment, Randomness};
use std::sync::Arc;

/// The computer's clock.
#[derive(Debug, Default)]
pub struct ComputerClock;

impl Clock for ComputerClock {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the real clock")]
    fn now(&self) -> Moment {
        Moment(jiff::Timestamp::now().as_microsecond())
    }
}

/// The operating system's randomness.
#[derive(Debug, Default)]
pub struct ComputerRandomness;

impl Randomness for ComputerRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // Secrets cannot be made without it: going on would be worse.
            tracing::error!(%error, "the operating system gives no randomness");
            std::process::abort();
        }
    }
}

/// Clock, randomness and ids of a running program.
pub fn environment() -> Environment {
    Environment::new(Arc::new(ComputerClock), Arc::new(ComputerRandomness))
}
