//! Tests: what is said, what happens, and whether the truth can be found back.

mod happens;
mod said;
mod truth;

use crate::{Happening, Micros, Settings, Truth, simulate};

/// Sunday 30 November 2025, 12:13 in Amsterdam.
const NOW: Micros = 1_764_501_200_000_000;

/// Everything that happens under these settings.
fn all(settings: &Settings) -> (Vec<Happening>, Truth) {
    let mut happenings = Vec::new();
    let truth =
        simulate(settings, &mut |happening| happenings.push(happening)).expect("the corpus reads");
    (happenings, truth)
}

/// A small town that is quick to simulate.
fn small(seed: u64) -> Settings {
    Settings { people: 120, days: 120, ..Settings::new(seed, NOW) }
}
