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
//! | How many of how many, with which range? | [`proportion`], [`interval`], [`multiple`], [`shrink`], [`sketch`] |
//! | May this figure be shown? | [`suppress`], [`release`] |
//! | Who is connected, who takes part? | [`reach`], [`bass`], [`concentration`] |
//! | Who stays, who is asleep, who comes back? | [`cohort`], [`survival`], [`log_rank`], [`restricted_mean`], [`competing`], [`dormancy`], [`bgnbd`], [`reactivation`] |
//! | Does everyone get an answer? | [`answer`], [`newcomer`], [`reports`] |
//! | Do people answer each other, how deep does it go? | [`reciprocity`], [`thread`] |
//! | In which phase are we? | [`phase`], [`trend`] |
//! | What resonates, what rises, when to post? | [`resonance`], [`terms`], [`burst`], [`calendar_gap`], [`timing`], [`highlight`] |
//! | Who leads, links and answers, who might do what? | [`roles`], [`ambassador`], [`tasks`] |
//! | Which action now? | [`advise`], [`assign`], [`power`] |
//! | Where is it going, what is out of the ordinary? | [`forecast`], [`alarm`], [`outliers`] |
//! | Did it work? | [`effect`], [`sequence`], [`bandit`], [`cuped`], [`segmented`], [`impact`], [`local_level`], [`waves`] |
//! | How do we stand outside? | [`salience`], [`sentiment`] |
//! | How are we, in one look? | [`health`] |

pub mod advise;
pub mod alarm;
pub mod ambassador;
pub mod answer;
pub mod assign;
pub mod bandit;
pub mod bass;
pub mod bgnbd;
pub mod burst;
pub mod calendar_gap;
pub mod cohort;
pub mod competing;
pub mod concentration;
pub mod cuped;
mod distributions;
pub mod dormancy;
pub mod effect;
pub mod forecast;
pub mod graph;
pub mod health;
pub mod highlight;
pub mod impact;
pub mod interval;
mod invalid;
mod linear;
pub mod local_level;
pub mod log_rank;
mod minimise;
pub mod multiple;
pub mod newcomer;
pub mod outliers;
pub mod phase;
pub mod power;
pub mod proportion;
pub mod reach;
pub mod reactivation;
pub mod reciprocity;
pub mod release;
pub mod reports;
pub mod resonance;
pub mod restricted_mean;
pub mod roles;
pub mod salience;
pub mod segmented;
pub mod sentiment;
pub mod sequence;
pub mod shrink;
pub mod sketch;
pub mod suppress;
pub mod survival;
pub mod tasks;
pub mod terms;
pub mod thread;
pub mod timing;
pub mod trend;
pub mod waves;

#[cfg(test)]
mod tests;

pub use interval::Interval;
pub use invalid::Invalid;
pub use proportion::{Basis, Comparison, Share};
pub use suppress::GroupMinimum;
