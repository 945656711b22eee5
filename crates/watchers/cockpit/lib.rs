//! The community manager's cockpit: how is the community, what needs me today, what
//! can I do now; and the figures behind it, one page each.
//!
//! It only reads what `rollups` keeps and lets `insight` judge it. What it keeps of
//! its own are the judgements of managers and the release log: figures by group stand
//! still for a week and pass the privacy floor before anything is drawn (SCIENCE.md
//! §0). Records the fact Phase.

mod adoption;
mod advice;
mod alarms;
mod answers;
pub mod charts;
mod content;
mod conversation;
mod csv;
mod days_off;
mod departments;
mod health;
mod judgement;
mod keep;
mod library;
mod measures;
mod metrics;
mod monthly;
mod pages;
mod permits;
mod phase;
mod release;
mod returning;
mod say;
mod store;
mod talk;
mod tasks;
#[cfg(test)]
mod tests;
mod tiers;
mod vocabulary;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use judgement::{Overrule, overrule, refuse};
pub use keep::keep_week;
pub use measures::measures;
pub use monthly::{
    Answering, DepartmentPart, MonthOf, Monthly, Part, Phased, Ranged, Returning, Said, compared,
    monthly, ranged,
};
pub use pages::routes;
pub use permits::MayManage;
