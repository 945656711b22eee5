//! More people inside, and people who come back.

use super::{ALWAYS, EARLY, MATURE, START};
use crate::action::{AnswerKind, Outcome};
use crate::catalogue::{Channel, Effort, Entry, Evidence, Goal, Proposal};
use crate::w;

pub(super) const WAVES: Entry = Entry {
    number: 4,
    phases: START,
    goal: Goal::Reach,
    effort: Effort::Large,
    channel: Channel::Everywhere,
    evidence: Evidence::C,
    source: "Bass 1969; Brzozowski et al. 2009",
    title: w::waves_title,
    purpose: w::waves_purpose,
    effect: w::waves_effect,
    measure: w::waves_measure,
    steps: &[w::waves_step_1, w::waves_step_2, w::waves_step_3],
    proposal: None,
};

pub(super) const HIGHLIGHT: Entry = Entry {
    number: 19,
    phases: ALWAYS,
    goal: Goal::Return,
    effort: Effort::Small,
    channel: Channel::Mail,
    evidence: Evidence::D,
    source: "",
    title: w::highlight_title,
    purpose: w::highlight_purpose,
    effect: w::highlight_effect,
    measure: w::highlight_measure,
    steps: &[w::highlight_step_1, w::highlight_step_2, w::highlight_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Picture,
        question: w::highlight_question,
        note: w::highlight_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const LEADER: Entry = Entry {
    number: 20,
    phases: EARLY,
    goal: Goal::Reach,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::C,
    source: "Brzozowski et al. 2009",
    title: w::leader_title,
    purpose: w::leader_purpose,
    effect: w::leader_effect,
    measure: w::leader_measure,
    steps: &[w::leader_step_1, w::leader_step_2, w::leader_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::leader_question,
        note: w::leader_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const AMBASSADORS: Entry = Entry {
    number: 21,
    phases: EARLY,
    goal: Goal::Reach,
    effort: Effort::Large,
    channel: Channel::Everywhere,
    evidence: Evidence::B,
    source: "Kim et al. 2015; Paluck et al. 2016",
    title: w::ambassadors_title,
    purpose: w::ambassadors_purpose,
    effect: w::ambassadors_effect,
    measure: w::ambassadors_measure,
    steps: &[w::ambassadors_step_1, w::ambassadors_step_2, w::ambassadors_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Tap,
        question: w::ambassadors_question,
        note: w::ambassadors_note,
        choices: &[w::ambassadors_choice_1],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const WAKE: Entry = Entry {
    number: 25,
    phases: MATURE,
    goal: Goal::Return,
    effort: Effort::Small,
    channel: Channel::Mail,
    evidence: Evidence::C,
    source: "Wikimedia 2012",
    title: w::wake_title,
    purpose: w::wake_purpose,
    effect: w::wake_effect,
    measure: w::wake_measure,
    steps: &[w::wake_step_1, w::wake_step_2, w::wake_step_3],
    proposal: None,
};

pub(super) const DIGEST: Entry = Entry {
    number: 26,
    phases: MATURE,
    goal: Goal::Return,
    effort: Effort::Medium,
    channel: Channel::Mail,
    evidence: Evidence::D,
    source: "",
    title: w::digest_title,
    purpose: w::digest_purpose,
    effect: w::digest_effect,
    measure: w::digest_measure,
    steps: &[w::digest_step_1, w::digest_step_2, w::digest_step_3],
    proposal: None,
};

pub(super) const TELLS: Entry = Entry {
    number: 31,
    phases: ALWAYS,
    goal: Goal::Reach,
    effort: Effort::Small,
    channel: Channel::Offline,
    evidence: Evidence::D,
    source: "",
    title: w::tells_title,
    purpose: w::tells_purpose,
    effect: w::tells_effect,
    measure: w::tells_measure,
    steps: &[w::tells_step_1, w::tells_step_2, w::tells_step_3],
    proposal: None,
};
