use crate::Kind;
use crate::reasons;
use formats::{Refusal, Skip};
use serde::Serialize;
use std::collections::BTreeMap;
use words::Lang;

/// So many refusals are listed; the others are counted.
pub const MOST_REFUSALS: usize = 5_000;
/// So many changes are listed; the others are counted.
pub const MOST_CHANGES: usize = 50;

/// What a run did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The kind's name.
    pub kind: &'static str,
    /// Rows or entries read in the source.
    pub read: u64,
    /// What was made (or would be, when `published` is false).
    pub created: Created,
    /// People and departments that were known and changed.
    pub updated: u64,
    /// The first of them, for who looks before publishing.
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// Records that were there already.
    pub unchanged: u64,
    /// Reactions that add nothing: the same person gave another sign with the same meaning.
    pub folded: u64,
    /// Entries that rightly give no record, by kind.
    pub skipped: BTreeMap<Skip, u64>,
    /// What cannot be used, and why; at most [`MOST_REFUSALS`].
    pub refused: Vec<Refused>,
    /// How many refusals there are.
    pub refused_count: u64,
    /// The source could not be read to its end: nothing is published.
    pub unreadable: bool,
    /// Whether it stands in the community now.
    pub published: bool,
}

/// How much was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Created {
    /// People.
    pub members: u64,
    /// Departments.
    pub departments: u64,
    /// Groups.
    pub groups: u64,
    /// People in groups.
    pub memberships: u64,
    /// Posts.
    pub threads: u64,
    /// Comments.
    pub comments: u64,
    /// Answers that the asker took.
    pub accepted: u64,
    /// Reactions.
    pub reactions: u64,
    /// Contacts.
    pub interactions: u64,
}

impl Created {
    /// Whether nothing was made.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One thing that changes of somebody or of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whose name, or which department.
    pub who: String,
    /// What changes, as people call it.
    pub what: &'static str,
    /// What it is; empty when it was not known.
    pub was: String,
    /// What it becomes.
    pub becomes: String,
}

/// One thing that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Where it stands: file and row.
    pub place: String,
    /// Why, in a stable name.
    pub reason: &'static str,
    /// Why, in a sentence.
    pub explanation: String,
}

impl Report {
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind: kind.name(),
            read: 0,
            created: Created::default(),
            updated: 0,
            changes: Vec::new(),
            unchanged: 0,
            folded: 0,
            skipped: BTreeMap::new(),
            refused: Vec::new(),
            refused_count: 0,
            unreadable: false,
            published: false,
        }
    }

    pub(crate) fn refuse(&mut self, refusal: &Refusal, lang: Lang) {
        self.refused_count += 1;
        if self.refused.len() < MOST_REFUSALS {
            let place = &refusal.place;
            self.refused.push(Refused {
                place: if place.row == 0 {
                    place.file.clone()
                } else {
                    format!("{}:{}", place.file, place.row)
                },
                reason: refusal.reason.code(),
                explanation: reasons::say(&refusal.reason, lang),
            });
        }
    }

    pub(crate) fn change(&mut self, who: &str, what: &'static str, was: String, becomes: String) {
        if self.changes.len() < MOST_CHANGES {
            self.changes.push(Change { who: who.to_owned(), what, was, becomes });
        }
    }

    /// The report as one JSON object on one line.
    pub fn to_json(&self) -> String {
        // Only numbers, texts and lists: it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}
