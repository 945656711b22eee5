//! The thirty-three actions. Number, phases, goal, effort, channel, grade and source are
//! those of SCIENCE.md 7.1. Each stands in the file of its goal.

mod beginning;
mod contributing;
mod reaching;
mod together;

use super::{Entry, Phase};

const START: &[Phase] = &[Phase::Inception];
const EARLY: &[Phase] = &[Phase::Inception, Phase::Establishment];
const MIDDLE: &[Phase] = &[Phase::Establishment, Phase::Maturity];
const MATURE: &[Phase] = &[Phase::Maturity];
const DIVIDING: &[Phase] = &[Phase::Mitosis];
const ALWAYS: &[Phase] = &[Phase::Inception, Phase::Establishment, Phase::Maturity, Phase::Mitosis];

/// All of them, by number.
pub(super) const ENTRIES: &[Entry] = &[
    beginning::PHOTO,
    contributing::NAME,
    contributing::FOUNDERS,
    reaching::WAVES,
    beginning::WELCOME,
    beginning::HOUSE,
    beginning::BUDDY,
    contributing::GUARANTEE,
    contributing::EXPERT,
    contributing::TIPS,
    together::CONTEST,
    beginning::PLAN,
    beginning::COLLEAGUES,
    contributing::COMPARE,
    contributing::THANKS,
    contributing::AWARD,
    beginning::SUNSHINE,
    contributing::BADGE,
    reaching::HIGHLIGHT,
    reaching::LEADER,
    reaching::AMBASSADORS,
    together::COFFEE,
    together::GATHERING,
    together::RULES,
    reaching::WAKE,
    reaching::DIGEST,
    together::BOARD,
    contributing::THEME,
    together::SOUNDING,
    together::IDEAS,
    reaching::TELLS,
    together::SPLIT,
    together::NEIGHBOURS,
];
