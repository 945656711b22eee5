//! Read models that the cockpit draws from, kept from the log.
//!
//! [`Rollups`] follows the facts and keeps counts per person and day, states of
//! people and threads, arms of actions, and ties. They know pseudonyms and
//! departments, no names. What the figures mean is in SCIENCE.md §1, 3, 6, 7.3 and
//! 16; the statistics themselves are in crate `insight`.
//!
//! What is read here is not yet fit to be shown: whoever shows a figure by group
//! hides small numbers, and writes down what was shown (SCIENCE.md §0). Figures by
//! department stand still between two closed weeks, only the whole community is live.
//! [`keep`] works out at night what takes long; [`recount`] proves that the tables
//! are what the facts say.

mod batch;
mod event;
mod follow;
mod keep;
mod packed;
mod store;
mod thread;
mod window;

pub use event::Counts;
pub use follow::Rollups;
pub use keep::keep;
pub use store::cohorts::{Cohort, cohorts};
pub use store::effect::{Measured, Outcome, arms, outcomes};
pub use store::front::{Front, front};
pub use store::kept::{beginning, caught_up};
pub use store::network::{DepartmentTie, HALF_LIFE, Tie, department_ties, exchange, ties};
pub use store::people::{
    Contributor, Rhythm, Settled, contributors, first_days, invited_by_team, rhythms, settled,
};
pub use store::phase::{PhaseWeek, Share, phase_weeks};
pub use store::reach::{
    DepartmentReach, Pulse, Reach, close_week, pulse, reach, reach_at, reach_by_department,
};
pub use store::series::{DayFigures, days, days_at, week_ends};
pub use store::standing::{Standing, standing};
pub use store::talk::{
    FirstPost, Opener, Waiting, accepted_answers, first_posts, openers, waiting, waiting_sql,
};
pub use store::then::{Bond, Bonds, Came, DepartmentTiers, bonds, departments_at, rhythms_then};
pub use store::{Difference, recount};
pub use window::{Window, closed_week_end, monday_of};

#[cfg(test)]
mod tests;
