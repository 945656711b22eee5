//! More people who contribute, answers for everybody, and those who help.

use super::{ALWAYS, EARLY, MATURE, MIDDLE, START};
use crate::action::{AnswerKind, Outcome};
use crate::catalogue::{Channel, Effort, Entry, Evidence, Goal, Proposal};
use crate::w;

pub(super) const NAME: Entry = Entry {
    number: 2,
    phases: MIDDLE,
    goal: Goal::Contribution,
    effort: Effort::Medium,
    channel: Channel::Feed,
    evidence: Evidence::A,
    source: "Beenen et al. 2004; Ling et al. 2005",
    title: w::name_title,
    purpose: w::name_purpose,
    effect: w::name_effect,
    measure: w::name_measure,
    steps: &[w::name_step_1, w::name_step_2, w::name_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::name_question,
        note: w::name_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const FOUNDERS: Entry = Entry {
    number: 3,
    phases: START,
    goal: Goal::Core,
    effort: Effort::Medium,
    channel: Channel::Message,
    evidence: Evidence::B,
    source: "Barron & Yechiam 2002",
    title: w::founders_title,
    purpose: w::founders_purpose,
    effect: w::founders_effect,
    measure: w::founders_measure,
    steps: &[w::founders_step_1, w::founders_step_2, w::founders_step_3],
    proposal: None,
};

pub(super) const GUARANTEE: Entry = Entry {
    number: 8,
    phases: EARLY,
    goal: Goal::Answers,
    effort: Effort::Medium,
    channel: Channel::Group,
    evidence: Evidence::C,
    source: "Burke et al. 2007; Joyce & Kraut 2006",
    title: w::guarantee_title,
    purpose: w::guarantee_purpose,
    effect: w::guarantee_effect,
    measure: w::guarantee_measure,
    steps: &[w::guarantee_step_1, w::guarantee_step_2, w::guarantee_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Choice,
        question: w::guarantee_question,
        note: w::guarantee_note,
        choices: &[
            w::guarantee_choice_1,
            w::guarantee_choice_2,
            w::guarantee_choice_3,
            w::guarantee_choice_4,
            w::guarantee_choice_5,
        ],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const EXPERT: Entry = Entry {
    number: 9,
    phases: MIDDLE,
    goal: Goal::Answers,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::B,
    source: "Barron & Yechiam 2002; Beenen et al. 2004",
    title: w::expert_title,
    purpose: w::expert_purpose,
    effect: w::expert_effect,
    measure: w::expert_measure,
    steps: &[w::expert_step_1, w::expert_step_2, w::expert_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::expert_question,
        note: w::expert_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const TIPS: Entry = Entry {
    number: 10,
    phases: MIDDLE,
    goal: Goal::Contribution,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::A,
    source: "Beenen et al. 2004; Epton et al. 2017",
    title: w::tips_title,
    purpose: w::tips_purpose,
    effect: w::tips_effect,
    measure: w::tips_measure,
    steps: &[w::tips_step_1, w::tips_step_2, w::tips_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::tips_question,
        note: w::tips_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const COMPARE: Entry = Entry {
    number: 14,
    phases: MATURE,
    goal: Goal::Contribution,
    effort: Effort::Small,
    channel: Channel::Page,
    evidence: Evidence::A,
    source: "Chen et al. 2010",
    title: w::compare_title,
    purpose: w::compare_purpose,
    effect: w::compare_effect,
    measure: w::compare_measure,
    steps: &[w::compare_step_1, w::compare_step_2, w::compare_step_3],
    proposal: None,
};

pub(super) const THANKS: Entry = Entry {
    number: 15,
    phases: ALWAYS,
    goal: Goal::Core,
    effort: Effort::Small,
    channel: Channel::Feed,
    evidence: Evidence::B,
    source: "Grant & Gino 2010",
    title: w::thanks_title,
    purpose: w::thanks_purpose,
    effect: w::thanks_effect,
    measure: w::thanks_measure,
    steps: &[w::thanks_step_1, w::thanks_step_2, w::thanks_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::thanks_question,
        note: w::thanks_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};

pub(super) const AWARD: Entry = Entry {
    number: 16,
    phases: MATURE,
    goal: Goal::Core,
    effort: Effort::Small,
    channel: Channel::Page,
    evidence: Evidence::A,
    source: "Restivo & van de Rijt 2012, 2014",
    title: w::award_title,
    purpose: w::award_purpose,
    effect: w::award_effect,
    measure: w::award_measure,
    steps: &[w::award_step_1, w::award_step_2, w::award_step_3],
    proposal: None,
};

pub(super) const BADGE: Entry = Entry {
    number: 18,
    phases: MATURE,
    goal: Goal::Contribution,
    effort: Effort::Medium,
    channel: Channel::Page,
    evidence: Evidence::C,
    source: "Anderson et al. 2013; Thom et al. 2012",
    title: w::badge_title,
    purpose: w::badge_purpose,
    effect: w::badge_effect,
    measure: w::badge_measure,
    steps: &[w::badge_step_1, w::badge_step_2, w::badge_step_3],
    proposal: None,
};

pub(super) const THEME: Entry = Entry {
    number: 28,
    phases: ALWAYS,
    goal: Goal::Contribution,
    effort: Effort::Medium,
    channel: Channel::Feed,
    evidence: Evidence::D,
    source: "",
    title: w::theme_title,
    purpose: w::theme_purpose,
    effect: w::theme_effect,
    measure: w::theme_measure,
    steps: &[w::theme_step_1, w::theme_step_2, w::theme_step_3],
    proposal: Some(Proposal {
        kind: AnswerKind::Text,
        question: w::theme_question,
        note: w::theme_note,
        choices: &[],
        outcome: Outcome::Contributed,
        window_days: 14,
    }),
};
