//! A practice community: a seeded simulator of a believable Dutch organisation that talks.
//!
//! It fills the demonstration, trains managers and moderators, and tests the analytics: the
//! true effect of its actions is known. It is pure: no database, no clock, no files.
//!
//! ```
//! let settings = practice::Settings { people: 60, days: 60, ..practice::Settings::new(1, 1_750_000_000_000_000) };
//! let mut sessions = 0;
//! let truth = practice::simulate(&settings, &mut |happening| {
//!     if matches!(happening.what, practice::What::Session { .. }) {
//!         sessions += 1;
//!     }
//! })?;
//! assert!(sessions > 100 && truth.happenings > sessions);
//! # Ok::<(), practice::BrokenCorpus>(())
//! ```
//!
//! From top to bottom: `world` lives day by day and gives out; `arrive` brings people in,
//! `habits` makes them start; `talk` begins conversations,
//! `converse` says what comes under them, `react` gives reactions;
//! `effects` makes actions with a known effect; `town` makes people, `departments` the
//! organisation, `names` their names; `corpus`, `entries`, `sheet` and `template` read the texts; `diary` keeps plans in
//! order; `calendar` knows Dutch days; `chance` is the dice.

mod arrive;
mod calendar;
mod chance;
mod converse;
mod corpus;
mod departments;
mod diary;
mod effects;
mod entries;
mod habits;
mod happening;
mod names;
mod react;
mod sheet;
mod talk;
mod template;
#[cfg(test)]
mod tests;
mod town;
mod world;

pub use departments::ORGANISATION;
pub use formats::Micros;
pub use happening::{
    Access, Action, Answer, Happening, Role, Settings, TrueEffect, Truth, WINDOW, What,
};

/// A text of the corpus that cannot be read. The texts are part of the program and a test
/// reads them all, so whoever calls [`simulate`] never meets this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct BrokenCorpus {
    /// The file under `corpus/`.
    pub file: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Simulates a community and gives every happening to the sink, in the order of time.
///
/// Memory grows with the number of people, not with the number of happenings. The result
/// tells what is really so, to compare an analysis with.
pub fn simulate(
    settings: &Settings,
    sink: &mut dyn FnMut(Happening),
) -> Result<Truth, BrokenCorpus> {
    Ok(world::World::new(settings)?.live(sink))
}
