//! The neutral records that every reader gives, and the sink that takes them.
//!
//! A reader knows one system's file; whoever imports knows only this file. Times are
//! microseconds since 1970 in UTC. Text is Markdown. Keys are the source's own names for
//! things and mean nothing outside one import.
//!
//! Order: a reader gives people and groups before what refers to them, a thread before its
//! comments, and a comment before the comments under it. A sink need never wait for a key.

pub use crate::reason::{Fatal, Field, Limit, Reason, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

/// Microseconds since 1970-01-01T00:00:00Z.
pub type Micros = i64;

/// The longest name (person, group, step of a department path, topic), in characters.
pub const NAME_MAX: usize = 200;
/// The longest title of a thread, in characters.
pub const TITLE_MAX: usize = 300;
/// The longest body of a thread, comment, purpose or description, in characters.
pub const BODY_MAX: usize = 200_000;
/// The longest e-mail address, in characters (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).
pub const ADDRESS_MAX: usize = 254;
/// The longest key, in characters.
pub const KEY_MAX: usize = 300;
/// The longest sign of a reaction, in characters.
pub const SIGN_MAX: usize = 100;
/// The deepest department path.
pub const DEPARTMENT_DEPTH_MAX: usize = 12;

/// The name that the source itself has for a thing. Unique within one import and one kind
/// (people, groups, and threads together with comments).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(pub String);

impl Key {
    /// A key out of anything that is text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where something stands in the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file's name, inside an archive its path there.
    pub file: String,
    /// The line (CSV) or the record's number (XML rows, JSON entries), from 1; 0 is the file as a whole.
    pub row: u64,
}

impl Place {
    /// A row of a file.
    pub fn new(file: impl Into<String>, row: u64) -> Self {
        Self { file: file.into(), row }
    }
}

/// In which role somebody belongs to the community's world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Works for the organisation.
    Employee,
    /// Buys or uses what it makes.
    Customer,
    /// Worked or studied there.
    Alumnus,
    /// Is asked to come and work there.
    Candidate,
    /// Delivers to it.
    Supplier,
    /// Lives or works nearby.
    Neighbour,
}

impl Audience {
    /// The stable machine name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Employee => "employee",
            Self::Customer => "customer",
            Self::Alumnus => "alumnus",
            Self::Candidate => "candidate",
            Self::Supplier => "supplier",
            Self::Neighbour => "neighbour",
        }
    }
}

/// Who wrote something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// A person of this import.
    Known(Key),
    /// Somebody without an account any more, with the name that the source still shows.
    Gone(Option<String>),
}

/// Whether a thread tells or asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreadKind {
    /// Somebody tells something.
    Update,
    /// Somebody asks; one comment may be accepted as the answer.
    Question,
}

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The source's id; without one the e-mail address, without that the name.
    pub key: Key,
    /// The name as others see it.
    pub name: String,
    /// The address in lower case.
    pub email: Option<String>,
    /// The path from the top of the organisation; empty is unknown.
    pub department: Vec<String>,
    /// The role; none is not stated.
    pub audience: Option<Audience>,
    /// Since when: in service, or the account's first day.
    pub started: Option<Micros>,
    /// What the person wrote about themselves, in Markdown.
    pub about: Option<String>,
    /// A program, not a human being.
    pub bot: bool,
}

/// How many people a department has, whether members or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headcount {
    /// The path from the top.
    pub department: Vec<String>,
    /// People, not full-time equivalents.
    pub count: u32,
}

/// A place where threads stand together: a channel, a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The source's id.
    pub key: Key,
    /// The name as members see it.
    pub name: String,
    /// What it is for, in Markdown.
    pub purpose: Option<String>,
    /// When it was made.
    pub created: Micros,
    /// Closed for new threads.
    pub archived: bool,
    /// Only its members see it.
    pub private: bool,
}

/// Somebody belongs to a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The group.
    pub group: Key,
    /// The person.
    pub person: Key,
    /// When they joined, or as far back as the source knows.
    pub at: Micros,
}

/// What starts a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// The source's id, not shared with any comment.
    pub key: Key,
    /// Where it stands; none is the community as a whole.
    pub group: Option<Key>,
    /// Who wrote it.
    pub author: Author,
    /// Tells or asks.
    pub kind: ThreadKind,
    /// Plain text.
    pub title: Option<String>,
    /// Markdown.
    pub body: String,
    /// When it was written.
    pub at: Micros,
    /// When it was last changed by hand.
    pub edited: Option<Micros>,
    /// Names of topics.
    pub topics: Vec<String>,
    /// Votes for minus votes against.
    pub score: Option<i32>,
    /// When it was closed for answers.
    pub closed: Option<Micros>,
}

/// What others say under a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The source's id, not shared with any thread.
    pub key: Key,
    /// The thread it stands under, however deep.
    pub thread: Key,
    /// The comment it answers; none is the thread itself.
    pub parent: Option<Key>,
    /// Who wrote it.
    pub author: Author,
    /// Markdown.
    pub body: String,
    /// When it was written.
    pub at: Micros,
    /// When it was last changed by hand.
    pub edited: Option<Micros>,
    /// Votes for minus votes against.
    pub score: Option<i32>,
}

/// The asker took a comment as the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accept {
    /// The question.
    pub thread: Key,
    /// The answer.
    pub comment: Key,
    /// When; where the source knows only the day, not before the answer itself.
    pub at: Micros,
}

/// A sign under a thread or comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// The thread or the comment.
    pub subject: Key,
    /// Who gave it.
    pub person: Key,
    /// The source's name of the sign: an emoji's short name.
    pub sign: String,
    /// When; where the source does not know, when the subject was written.
    pub at: Micros,
}

/// Somebody turned to somebody, without a text: one row per recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interaction {
    /// Unique within the file: its name and row.
    pub key: Key,
    /// Who turned.
    pub from: Key,
    /// To whom.
    pub to: Key,
    /// When.
    pub at: Micros,
    /// What binds rows together: a conversation or message id of the source.
    pub thread: Option<Key>,
}

/// One thing out of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// Somebody.
    Person(Person),
    /// How many people a department has.
    Headcount(Headcount),
    /// A channel or group.
    Group(Group),
    /// Somebody belongs to a group.
    Membership(Membership),
    /// What starts a conversation.
    Thread(Thread),
    /// What others say under it.
    Comment(Comment),
    /// The comment that answered the question.
    Accept(Accept),
    /// A sign under a thread or comment.
    Reaction(Reaction),
    /// A contact without text.
    Interaction(Interaction),
}

impl Record {
    /// The stable machine name of the kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Headcount(_) => "headcount",
            Self::Group(_) => "group",
            Self::Membership(_) => "membership",
            Self::Thread(_) => "thread",
            Self::Comment(_) => "comment",
            Self::Accept(_) => "accept",
            Self::Reaction(_) => "reaction",
            Self::Interaction(_) => "interaction",
        }
    }
}

/// What takes the records of a reader: a preview counts, an import stages.
///
/// `ControlFlow::Break` ends the reading; the reader then returns a summary with `stopped`.
pub trait Sink {
    /// A record that can be used as it is.
    fn record(&mut self, place: Place, record: Record) -> ControlFlow<()>;
    /// Something in the source that cannot be used, and why.
    fn refuse(&mut self, refusal: Refusal) -> ControlFlow<()>;
    /// How far the reading is, in bytes of the source as it lies on disk. Called now and then.
    fn progress(&mut self, done_bytes: u64, total_bytes: u64) {
        let _ = (done_bytes, total_bytes);
    }
}

/// What a reader did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rows or entries read in the source, whatever became of them.
    pub read: u64,
    /// Records given; one entry may give several (a message and its reactions).
    pub records: u64,
    /// Refusals given.
    pub refused: u64,
    /// Entries that are read and rightly give no record, by kind.
    pub skipped: BTreeMap<Skip, u64>,
    /// The sink asked to stop before the end.
    pub stopped: bool,
}

/// Why an entry rightly gives no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// A vote that names nobody; the score has it.
    AnonymousVote,
    /// A bounty or favourite vote; it is no reaction to the text.
    OtherVote,
    /// The text about a topic, not a post of somebody.
    TopicText,
    /// A post of a kind that members do not write.
    OtherPost,
    /// A notice that a topic, purpose, name or the like of a group changed.
    GroupNotice,
    /// A notice that somebody left a group.
    Leave,
    /// A second notice of a membership that is already known.
    KnownMembership,
    /// Somebody joined who is no member any more.
    FormerMember,
    /// A reaction to a notice that gives no record itself.
    ReactionToNotice,
    /// A reaction of somebody whom the source counts and does not name.
    AnonymousReaction,
    /// A private conversation, or a day of it; never read.
    DirectMessages,
    /// A notice about a file, a pin or an app, without words of a person.
    Notice,
    /// A deleted message of which nothing is left.
    Deleted,
    /// A file in the archive that holds no messages.
    OtherFile,
    /// An empty line.
    EmptyLine,
}

impl Skip {
    /// The stable machine name.
    pub fn code(self) -> &'static str {
        match self {
            Self::AnonymousVote => "anonymous_vote",
            Self::OtherVote => "other_vote",
            Self::TopicText => "topic_text",
            Self::OtherPost => "other_post",
            Self::GroupNotice => "group_notice",
            Self::Leave => "leave",
            Self::KnownMembership => "known_membership",
            Self::FormerMember => "former_member",
            Self::ReactionToNotice => "reaction_to_notice",
            Self::AnonymousReaction => "anonymous_reaction",
            Self::DirectMessages => "direct_messages",
            Self::Notice => "notice",
            Self::Deleted => "deleted",
            Self::OtherFile => "other_file",
            Self::EmptyLine => "empty_line",
        }
    }
}
