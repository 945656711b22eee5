//! The library: what worked elsewhere, with where that is known from (SCIENCE.md 7.1).
//!
//! Everything about an action that is no sentence is data here; its sentences are
//! functions of the words file, so that an action without its Dutch does not compile.

mod entries;

pub use insight::advise::{Effort, Evidence};
pub use insight::phase::Phase;

use crate::action::{AnswerKind, Outcome};
use language::text_enum;
use std::borrow::Borrow;
use words::Lang;

text_enum!(
    /// What an action is for.
    Goal {
        /// People who only read take a first step.
        FirstStep = "first_step",
        /// More people contribute.
        Contribution = "contribution",
        /// Newcomers find their place.
        Newcomers = "newcomers",
        /// Everybody gets an answer.
        Answers = "answers",
        /// More people are connected.
        Reach = "reach",
        /// Ties between departments.
        Ties = "ties",
        /// People trust the place and have a say.
        Trust = "trust",
        /// Those who help are seen and stay.
        Core = "core",
        /// People come back.
        Return = "return",
        /// The neighbourhood.
        Neighbours = "neighbours",
    }
);

impl Goal {
    /// The goal in words.
    pub fn say(self, lang: Lang) -> &'static str {
        use crate::w;
        match self {
            Self::FirstStep => w::goal_first_step(lang),
            Self::Contribution => w::goal_contribution(lang),
            Self::Newcomers => w::goal_newcomers(lang),
            Self::Answers => w::goal_answers(lang),
            Self::Reach => w::goal_reach(lang),
            Self::Ties => w::goal_ties(lang),
            Self::Trust => w::goal_trust(lang),
            Self::Core => w::goal_core(lang),
            Self::Return => w::goal_return(lang),
            Self::Neighbours => w::goal_neighbours(lang),
        }
    }
}

/// Where an action happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// A card above everybody's feed.
    Feed,
    /// A personal message.
    Message,
    /// Mail.
    Mail,
    /// A group.
    Group,
    /// A page or profile.
    Page,
    /// In real life.
    Offline,
    /// All of them together.
    Everywhere,
}

/// A sentence in both languages.
pub type Sentence = fn(Lang) -> &'static str;

/// What is filled in when a manager starts from this action: a question that can be
/// answered in a minute.
#[derive(Debug, Clone, Copy)]
pub struct Proposal {
    /// How people answer.
    pub kind: AnswerKind,
    /// The one question.
    pub question: Sentence,
    /// A line below it.
    pub note: Sentence,
    /// The buttons, where people tap or choose.
    pub choices: &'static [Sentence],
    /// The outcome that decides.
    pub outcome: Outcome,
    /// The length of its window in days.
    pub window_days: i32,
}

/// An action of the library.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its number, 1 to 33: what `actions.catalogue` holds. Numbers never change.
    pub number: i32,
    /// The phases in which it fits.
    pub phases: &'static [Phase],
    /// What it is for.
    pub goal: Goal,
    /// How much work.
    pub effort: Effort,
    /// Where it happens.
    pub channel: Channel,
    /// How well it is known to work.
    pub evidence: Evidence,
    /// Who found that out and when; empty for what is known from practice only.
    pub source: &'static str,
    /// Its name.
    pub title: Sentence,
    /// Why, in a sentence.
    pub purpose: Sentence,
    /// What to expect, in plain words.
    pub effect: Sentence,
    /// When it has worked.
    pub measure: Sentence,
    /// What to do, in order.
    pub steps: &'static [Sentence],
    /// The card, for what can be asked on the home page; the others are done elsewhere.
    pub proposal: Option<Proposal>,
}

// Templates hand over references, other code values: these take both.
impl Entry {
    /// Its name in words.
    pub fn say_title(&self, lang: impl Borrow<Lang>) -> &'static str {
        (self.title)(*lang.borrow())
    }

    /// Why, in words.
    pub fn say_purpose(&self, lang: impl Borrow<Lang>) -> &'static str {
        (self.purpose)(*lang.borrow())
    }

    /// What to expect, in words.
    pub fn say_effect(&self, lang: impl Borrow<Lang>) -> &'static str {
        (self.effect)(*lang.borrow())
    }

    /// When it has worked, in words.
    pub fn say_measure(&self, lang: impl Borrow<Lang>) -> &'static str {
        (self.measure)(*lang.borrow())
    }

    /// What to do, in words and in order.
    pub fn say_steps(&self, lang: impl Borrow<Lang>) -> Vec<&'static str> {
        self.steps.iter().map(|step| step(*lang.borrow())).collect()
    }

    /// What its place among the others starts from, before any trial of one's own.
    pub fn prior(&self) -> insight::advise::Belief {
        self.evidence.prior()
    }

    /// Whether it fits a phase.
    pub fn fits(&self, phase: Phase) -> bool {
        self.phases.contains(&phase)
    }
}

/// All actions, by number.
pub fn all() -> &'static [Entry] {
    entries::ENTRIES
}

/// The action of a number.
pub fn find(number: i32) -> Option<&'static Entry> {
    all().iter().find(|entry| entry.number == number)
}
