//! What is measured, as data: the register of measures (SCIENCE.md §14).

use crate::consent::Scope;
use crate::w;
use insight::suppress::Sensitivity;
use std::sync::OnceLock;
use words::Lang;

/// A sentence in the reader's language.
pub type Say = fn(Lang) -> &'static str;

/// Who sees a measure (SCIENCE.md §0, privacy rule 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Counts of groups, for who runs the community.
    Groups,
    /// Lists with names, for the named role alone, and each look at them is kept.
    Named,
    /// The member's own, for the member alone.
    Own,
}

impl Level {
    /// What the document calls it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Groups => "L1",
            Self::Named => "L2",
            Self::Own => "L3",
        }
    }

    /// Who sees it, in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Groups => w::level_groups(lang),
            Self::Named => w::level_named(lang),
            Self::Own => w::level_own(lang),
        }
    }
}

/// How long what a measure rests on is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// As long as the community is there: facts under pseudonyms, figures of groups.
    Community,
    /// As long as what it is about stands there, or the person is a member.
    Member,
    /// So many days.
    Days(i32),
}

impl Retention {
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::Community => w::retention_community(lang).to_owned(),
            Self::Member => w::retention_member(lang).to_owned(),
            Self::Days(days) => w::retention_days(lang, i64::from(days)),
        }
    }
}

/// The ground in law (AVG 6, WOR 27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Needed for what the member asks of the platform.
    Service,
    /// A legitimate interest, weighed against that of the people measured.
    Interest,
    /// A legitimate interest, and only with the works council's consent.
    Council,
}

impl Basis {
    /// In words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Service => w::basis_service(lang),
            Self::Interest => w::basis_interest(lang),
            Self::Council => w::basis_council(lang),
        }
    }
}

/// One measure.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Its name in the release log where it is a figure by group, else its own.
    pub name: &'static str,
    /// Of its definition.
    pub version: i32,
    /// The page on which it stands.
    pub page: &'static str,
    /// Who sees it.
    pub level: Level,
    /// How easily it gives somebody away.
    pub sensitivity: Sensitivity,
    /// What must be consented to first.
    pub scope: Option<Scope>,
    /// How long what it rests on is kept.
    pub retention: Retention,
    /// The ground in law.
    pub basis: Basis,
    /// What it is called.
    pub title: Say,
    /// What it is for, in one sentence.
    pub purpose: Say,
    /// From what data.
    pub data: Say,
}

/// Every measure of the program; the wiring fills it once.
#[derive(Debug, Default)]
pub struct Register(OnceLock<Vec<Measure>>);

impl Register {
    /// Fills it. A second time changes nothing: the measures are those of the program.
    pub fn fill(&self, measures: Vec<Measure>) {
        let _ = self.0.set(measures);
    }

    /// The measures, in the order of the wiring.
    pub fn measures(&self) -> &[Measure] {
        self.0.get().map_or(&[], Vec::as_slice)
    }
}

/// How easily it gives somebody away, in words.
pub(crate) fn say_sensitivity(sensitivity: Sensitivity, lang: Lang) -> &'static str {
    match sensitivity {
        Sensitivity::Plain => w::sensitivity_plain(lang),
        Sensitivity::Sensitive => w::sensitivity_sensitive(lang),
    }
}

/// What this slice itself keeps of people.
pub fn measures() -> Vec<Measure> {
    vec![Measure {
        name: "looks",
        version: 1,
        page: "/settings/looks",
        level: Level::Own,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Days(crate::looks::DAYS),
        basis: Basis::Interest,
        title: |lang| w::measure_looks(lang),
        purpose: |lang| w::measure_looks_purpose(lang),
        data: |lang| w::measure_looks_data(lang),
    }]
}
