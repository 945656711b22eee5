//! The statistics of the cockpit: what may be said of a community, how sure that is, and what must
//! stay hidden so that nobody is singled out.
//!
//! Pure functions: no database, no clock, no files, no sentences for people. Every result is a
//! plain struct that carries its sample, so that a page can always print x of n, and the range
//! where the figure generalises. Randomness comes in as an argument. Definitions, sources and the
//! worked values of the tests are those of the metrics document (SCIENCE).
//!
//! | Question | Module |
//! |---|---|
//! | How many of how many, with which range? | [`proportion`], [`interval`], [`multiple`], [`shrink`] |
//! | May this figure be shown? | [`suppress`], [`release`] |
//! | Who is connected, who takes part? | [`reach`], [`concentration`] |
//! | Does everyone get an answer? | [`answer`], [`survival`] |
//! | Do people answer each other? | [`reciprocity`] |
//! | Who stays, who is asleep? | [`cohort`], [`dormancy`] |
//! | In which phase are we? | [`phase`], [`trend`] |
//! | Which action now? | [`advise`], [`assign`], [`power`] |
//! | What is out of the ordinary? | [`alarm`] |
//! | Did it work? | [`effect`], [`sequence`], [`cuped`], [`segmented`] |

pub mod advise;
pub mod alarm;
pub mod answer;
pub mod assign;
pub mod cohort;
pub mod concentration;
pub mod cuped;
mod distributions;
pub mod dormancy;
pub mod effect;
pub mod interval;
mod invalid;
mod minimise;
pub mod multiple;
pub mod phase;
pub mod power;
pub mod proportion;
pub mod reach;
pub mod reciprocity;
pub mod release;
pub mod segmented;
pub mod sequence;
pub mod shrink;
pub mod suppress;
pub mod survival;
pub mod trend;

#[cfg(test)]
mod tests;

pub use interval::Interval;
pub use invalid::Invalid;
pub use proportion::{Basis, Comparison, Share};
pub use suppress::GroupMinimum;
