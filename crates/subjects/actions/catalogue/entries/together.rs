//! Ties between departments, trust, and the neighbourhood.

use super::{ALWAYS, DIVIDING, MATURE, MIDDLE};
use crate::action::{AnswerKind, Outcome};
use crate::catalogue::{Channel, Effort, Entry, Evidence, Goal, Proposal};
use crate::w;

pub(super) const CONTEST: Entry = Entry {
    number: 11,
    phases: MIDDLE,
    goal: Goal::Ties,
    effort: Effort::Medium,
    channel: Channel::Group,
    evidence: Evidence::A,
    source: "Ren et al. 2012",
    title: w::contest_title,
    purpose: w::contest_purpose,
    effect: w::contest_effect,
    measure: w::contest_measure,
    steps: &[w::contest_step_1, w::contest_step_2, w::contest_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Picture,
        question: w::contest_question,
        note: w::contest_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const COFFEE: Entry = Entry {
    number: 22,
    phases: MATURE,
    goal: Goal::Ties,
    effort: Effort::Small,
    channel: Channel::Offline,
    evidence: Evidence::B,
    source: "Boudreau et al. 2017",
    title: w::coffee_title,
    purpose: w::coffee_purpose,
    effect: w::coffee_effect,
    measure: w::coffee_measure,
    steps: &[w::coffee_step_1, w::coffee_step_2, w::coffee_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Tap,
        question: w::coffee_question,
        note: w::coffee_note,
        choices: &[w::coffee_choice_1],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const GATHERING: Entry = Entry {
    number: 23,
    phases: ALWAYS,
    goal: Goal::Ties,
    effort: Effort::Large,
    channel: Channel::Offline,
    evidence: Evidence::C,
    source: "Sessions 2010",
    title: w::gathering_title,
    purpose: w::gathering_purpose,
    effect: w::gathering_effect,
    measure: w::gathering_measure,
    steps: &[w::gathering_step_1, w::gathering_step_2, w::gathering_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Choice,
        question: w::gathering_question,
        note: w::gathering_note,
        choices: &[
            w::gathering_choice_1,
            w::gathering_choice_2,
            w::gathering_choice_3,
            w::gathering_choice_4,
        ],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const RULES: Entry = Entry {
    number: 24,
    phases: ALWAYS,
    goal: Goal::Trust,
    effort: Effort::Small,
    channel: Channel::Page,
    evidence: Evidence::A,
    source: "Matias 2019",
    title: w::rules_title,
    purpose: w::rules_purpose,
    effect: w::rules_effect,
    measure: w::rules_measure,
    steps: &[w::rules_step_1, w::rules_step_2, w::rules_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::rules_question,
        note: w::rules_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const BOARD: Entry = Entry {
    number: 27,
    phases: MIDDLE,
    goal: Goal::Trust,
    effort: Effort::Medium,
    channel: Channel::Feed,
    evidence: Evidence::D,
    source: "",
    title: w::board_title,
    purpose: w::board_purpose,
    effect: w::board_effect,
    measure: w::board_measure,
    steps: &[w::board_step_1, w::board_step_2, w::board_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::board_question,
        note: w::board_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const SOUNDING: Entry = Entry {
    number: 29,
    phases: MIDDLE,
    goal: Goal::Trust,
    effort: Effort::Large,
    channel: Channel::Offline,
    evidence: Evidence::D,
    source: "Kraut & Resnick 2012",
    title: w::sounding_title,
    purpose: w::sounding_purpose,
    effect: w::sounding_effect,
    measure: w::sounding_measure,
    steps: &[w::sounding_step_1, w::sounding_step_2, w::sounding_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Tap,
        question: w::sounding_question,
        note: w::sounding_note,
        choices: &[w::sounding_choice_1],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const IDEAS: Entry = Entry {
    number: 30,
    phases: MIDDLE,
    goal: Goal::Trust,
    effort: Effort::Medium,
    channel: Channel::Feed,
    evidence: Evidence::D,
    source: "",
    title: w::ideas_title,
    purpose: w::ideas_purpose,
    effect: w::ideas_effect,
    measure: w::ideas_measure,
    steps: &[w::ideas_step_1, w::ideas_step_2, w::ideas_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::ideas_question,
        note: w::ideas_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const SPLIT: Entry = Entry {
    number: 32,
    phases: DIVIDING,
    goal: Goal::Ties,
    effort: Effort::Large,
    channel: Channel::Group,
    evidence: Evidence::D,
    source: "",
    title: w::split_title,
    purpose: w::split_purpose,
    effect: w::split_effect,
    measure: w::split_measure,
    steps: &[w::split_step_1, w::split_step_2, w::split_step_3],
    proposal: None,
};

pub(super) const NEIGHBOURS: Entry = Entry {
    number: 33,
    phases: ALWAYS,
    goal: Goal::Neighbours,
    effort: Effort::Medium,
    channel: Channel::Offline,
    evidence: Evidence::D,
    source: "",
    title: w::neighbours_title,
    purpose: w::neighbours_purpose,
    effect: w::neighbours_effect,
    measure: w::neighbours_measure,
    steps: &[w::neighbours_step_1, w::neighbours_step_2, w::neighbours_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::neighbours_question,
        note: w::neighbours_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};
