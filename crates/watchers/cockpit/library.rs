//! The actions that can be proposed, from the library of `actions`.

use actions::catalogue::{self, Goal};
use insight::advise::{Effort, Evidence};
use insight::phase::Phase;
use words::Lang;

/// An action of the library, in the words of the page.
#[derive(Debug, Clone)]
pub(crate) struct Idea {
    /// Its number.
    pub number: i32,
    /// Its name.
    pub title: &'static str,
    /// Why one would do it.
    pub purpose: &'static str,
    /// What to expect of it.
    pub effect: &'static str,
    /// Who found that out; empty for what is known from practice only.
    pub source: &'static str,
    /// How much work.
    pub effort: Effort,
    /// How well it is known to work.
    pub evidence: Evidence,
    /// Where it fits.
    pub phases: &'static [Phase],
    /// What it is for.
    pub goal: Goal,
    /// Whether it can be asked here, on a card.
    pub here: bool,
}

/// Numbers of actions that need lists of persons, which stay off until a works council
/// agreed (SCIENCE.md §14): ambassadors, and mail to who sleeps.
const NEED_CONSENT: &[i32] = &[21, 25];

impl Idea {
    /// Whether it needs an agreement that the program does not have.
    pub fn needs_consent(&self) -> bool {
        NEED_CONSENT.contains(&self.number)
    }
}

/// All of them, by number. What is for the neighbourhood fits no phase of the community
/// and is never proposed.
pub(crate) fn ideas(lang: Lang) -> Vec<Idea> {
    catalogue::all()
        .iter()
        .filter(|entry| entry.goal != Goal::Neighbours)
        .map(|entry| Idea {
            number: entry.number,
            title: (entry.title)(lang),
            purpose: (entry.purpose)(lang),
            effect: (entry.effect)(lang),
            source: entry.source,
            effort: entry.effort,
            evidence: entry.evidence,
            phases: entry.phases,
            goal: entry.goal,
            here: entry.proposal.is_some(),
        })
        .collect()
}
