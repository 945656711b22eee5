//! The limits of what is read, and the check that a record fits.

use crate::reason::{Field, Limit, Reason};
use crate::staged::*;
use std::fmt;

/// How much a reader takes before it calls the file too big. A file from outside is never trusted
/// to be as small as it looks (TRUST.md 24 and 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// One file once unpacked, in bytes.
    pub file: u64,
    /// All files of an archive together once unpacked, in bytes.
    pub archive: u64,
    /// Unpacked bytes per packed byte. Text packs 3 to 20 times, logs up to 60; a bomb packs 1000 times.
    pub ratio: u64,
    /// So many unpacked bytes are always allowed, because small files pack oddly.
    pub free: u64,
    /// One row of a table or one element of an XML or JSON file, in bytes. In memory it may take thirty
    /// times as much.
    pub row: u64,
    /// One JSON file of an archive once unpacked, in bytes.
    pub json: u64,
    /// As `ratio`, for files of JSON: messages pack 5 to 20 times, and every byte costs
    /// more to read than a byte of a table.
    pub json_ratio: u64,
    /// Files in an archive.
    pub files: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 16 << 30,
            archive: 32 << 30,
            ratio: 200,
            free: 1 << 20,
            row: 2 << 20,
            json: 256 << 20,
            json_ratio: 40,
            files: 1_000_000,
        }
    }
}

/// The message that a limit was passed, on its way through `std::io::Error`.
#[derive(Debug)]
pub(crate) struct Passed {
    pub(crate) limit: Limit,
    pub(crate) max: u64,
}

impl fmt::Display for Passed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "limit {} of {} passed", self.limit.code(), self.max)
    }
}

impl std::error::Error for Passed {}

/// The first limit that a text of the record passes.
pub(crate) fn too_long(record: &Record) -> Option<Reason> {
    match record {
        Record::Person(p) => key(&p.key)
            .or_else(|| text(&p.name, Field::Name, NAME_MAX))
            .or_else(|| some(p.email.as_ref(), Field::Email, ADDRESS_MAX))
            .or_else(|| department(&p.department))
            .or_else(|| some(p.about.as_ref(), Field::About, BODY_MAX)),
        Record::Headcount(h) => department(&h.department),
        Record::Group(g) => key(&g.key)
            .or_else(|| text(&g.name, Field::Name, NAME_MAX))
            .or_else(|| some(g.purpose.as_ref(), Field::About, BODY_MAX)),
        Record::Membership(m) => key(&m.group).or_else(|| key(&m.person)),
        Record::Thread(t) => key(&t.key)
            .or_else(|| author(&t.author))
            .or_else(|| some(t.title.as_ref(), Field::Title, TITLE_MAX))
            .or_else(|| text(&t.body, Field::Body, BODY_MAX))
            .or_else(|| t.topics.iter().find_map(|topic| text(topic, Field::Topic, NAME_MAX))),
        Record::Comment(c) => key(&c.key)
            .or_else(|| author(&c.author))
            .or_else(|| text(&c.body, Field::Body, BODY_MAX)),
        Record::Accept(a) => key(&a.thread).or_else(|| key(&a.comment)),
        Record::Reaction(r) => key(&r.subject)
            .or_else(|| key(&r.person))
            .or_else(|| text(&r.sign, Field::Sign, SIGN_MAX)),
        Record::Interaction(i) => key(&i.key)
            .or_else(|| key(&i.from))
            .or_else(|| key(&i.to))
            .or_else(|| i.thread.as_ref().and_then(key)),
    }
}

fn text(text: &str, field: Field, max: usize) -> Option<Reason> {
    // Bytes are never fewer than characters, so short texts are not counted.
    (text.len() > max && text.chars().count() > max)
        .then_some(Reason::TooLong { field, max: max as u64 })
}

fn some(value: Option<&String>, field: Field, max: usize) -> Option<Reason> {
    value.and_then(|value| text(value, field, max))
}

fn key(key: &Key) -> Option<Reason> {
    text(key.as_str(), Field::Key, KEY_MAX)
}

fn author(author: &Author) -> Option<Reason> {
    match author {
        Author::Known(known) => key(known),
        Author::Gone(name) => some(name.as_ref(), Field::Author, NAME_MAX),
    }
}

fn department(path: &[String]) -> Option<Reason> {
    if path.len() > DEPARTMENT_DEPTH_MAX {
        return Some(Reason::TooLong {
            field: Field::Department,
            max: DEPARTMENT_DEPTH_MAX as u64,
        });
    }
    path.iter().find_map(|step| text(step, Field::Department, NAME_MAX))
}
