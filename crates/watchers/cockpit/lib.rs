//! The community manager's cockpit: how is the community, what needs me today, what
//! can I do now; and the figures behind it, one page each.
//!
//! It only reads what `rollups` keeps and lets `insight` judge it. What it keeps of
//! its own are the judgements of managers and the release log: figures by group stand
//! still for a week and pass the privacy floor before anything is drawn (SCIENCE.md
//! §0). Records the fact Phase.

mod advice;
mod answers;
pub mod charts;
mod csv;
mod departments;
mod judgement;
mod keep;
mod library;
mod monthly;
mod measures;
mod pages;
mod permits;
mod phase;
mod release;
mod returning;
mod say;
mod store;
mod tasks;
#[cfg(test)]
mod tests;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use judgement::{Overrule, overrule, refuse};
pub use keep::keep_week;
pub use monthly::{
    Answering, DepartmentPart, MonthOf, Monthly, Part, Phased, Ranged, Returning, Said, compared,
    monthly, ranged,
};
pub use measures::measures;
pub use pages::routes;
pub use permits::MayManage;
