//! First steps and newcomers.

use super::{ALWAYS, EARLY, MIDDLE};
use crate::action::{AnswerKind, Outcome};
use crate::catalogue::{Channel, Effort, Entry, Evidence, Goal, Proposal};
use crate::w;

pub(super) const PHOTO: Entry = Entry {
    number: 1,
    phases: EARLY,
    goal: Goal::FirstStep,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::B,
    source: "Freedman & Fraser 1966",
    title: w::photo_title,
    purpose: w::photo_purpose,
    effect: w::photo_effect,
    measure: w::photo_measure,
    steps: &[w::photo_step_1, w::photo_step_2, w::photo_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Picture,
        question: w::photo_question,
        note: w::photo_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const WELCOME: Entry = Entry {
    number: 5,
    phases: ALWAYS,
    goal: Goal::Newcomers,
    effort: Effort::Small,
    channel: Channel::Message,
    evidence: Evidence::C,
    source: "Joyce & Kraut 2006",
    title: w::welcome_title,
    purpose: w::welcome_purpose,
    effect: w::welcome_effect,
    measure: w::welcome_measure,
    steps: &[w::welcome_step_1, w::welcome_step_2, w::welcome_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::welcome_question,
        note: w::welcome_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const HOUSE: Entry = Entry {
    number: 6,
    phases: MIDDLE,
    goal: Goal::Newcomers,
    effort: Effort::Medium,
    channel: Channel::Group,
    evidence: Evidence::A,
    source: "Morgan & Halfaker 2018",
    title: w::house_title,
    purpose: w::house_purpose,
    effect: w::house_effect,
    measure: w::house_measure,
    steps: &[w::house_step_1, w::house_step_2, w::house_step_3],
    proposal: None,
};

pub(super) const BUDDY: Entry = Entry {
    number: 7,
    phases: MIDDLE,
    goal: Goal::Newcomers,
    effort: Effort::Medium,
    channel: Channel::Message,
    evidence: Evidence::C,
    source: "Burke et al. 2009",
    title: w::buddy_title,
    purpose: w::buddy_purpose,
    effect: w::buddy_effect,
    measure: w::buddy_measure,
    steps: &[w::buddy_step_1, w::buddy_step_2, w::buddy_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Tap,
        question: w::buddy_question,
        note: w::buddy_note,
        choices: &[w::buddy_choice_1],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const PLAN: Entry = Entry {
    number: 12,
    phases: ALWAYS,
    goal: Goal::FirstStep,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::B,
    source: "Milkman et al. 2011; Gollwitzer & Sheeran 2006",
    title: w::plan_title,
    purpose: w::plan_purpose,
    effect: w::plan_effect,
    measure: w::plan_measure,
    steps: &[w::plan_step_1, w::plan_step_2, w::plan_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Choice,
        question: w::plan_question,
        note: w::plan_note,
        choices: &[w::plan_choice_1, w::plan_choice_2, w::plan_choice_3],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const COLLEAGUES: Entry = Entry {
    number: 13,
    phases: MIDDLE,
    goal: Goal::FirstStep,
    effort: Effort::Small,
    channel: Channel::Mail,
    evidence: Evidence::B,
    source: "Goldstein et al. 2008",
    title: w::colleagues_title,
    purpose: w::colleagues_purpose,
    effect: w::colleagues_effect,
    measure: w::colleagues_measure,
    steps: &[w::colleagues_step_1, w::colleagues_step_2, w::colleagues_step_3],
    proposal: None,
};

pub(super) const SUNSHINE: Entry = Entry {
    number: 17,
    phases: MIDDLE,
    goal: Goal::Newcomers,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::A,
    source: "Gallus 2017",
    title: w::sunshine_title,
    purpose: w::sunshine_purpose,
    effect: w::sunshine_effect,
    measure: w::sunshine_measure,
    steps: &[w::sunshine_step_1, w::sunshine_step_2, w::sunshine_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::sunshine_question,
        note: w::sunshine_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};
