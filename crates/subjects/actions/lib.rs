//! Community actions: one question to everybody or to some departments, its answers,
//! and an honest verdict on whether asking it made a difference.
//!
//! Some people are held back by lot, so that there is something to compare with. Who
//! may see an action is the view `readable_actions`; who was drawn into which arm and
//! what they did is read from the log, which names nobody.
//!
//! Neighbours: `insight` draws the lots and judges. Records the facts ActionState,
//! Assign, Answer and Retract.

mod action;
mod answer;
pub mod catalogue;
mod close;
mod draft;
mod judge;
mod measures;
mod open;
mod pages;
mod permits;
mod show;
mod store;
#[cfg(test)]
mod tests;
mod told;

/// The sentences of this slice.
pub mod w {
    words::load!();
}

pub use action::{Action, Answer, AnswerKind, Outcome, Standing, State};
pub use answer::{Answered, Given, answer, take_back};
pub use close::{close, judge_due, withdraw};
pub use draft::{Draft, Typed};
pub use judge::{Judgement, Outcomes, Verdict, judge};
pub use measures::measures;
pub use open::{Forecast, forecast, keep_idea, open};
pub use pages::{home_card, routes};
pub use permits::{MayAnswer, MayManage, MayRead, MayTakeBack};
pub use store::{Running, due, ending_soon, outcomes, trials};
pub use told::{Told, told};
