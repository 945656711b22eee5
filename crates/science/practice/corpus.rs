//! What people say: the texts under `corpus/`, parsed.

use crate::BrokenCorpus;
use crate::departments::Crowd;
use crate::entries::{abouts, action, asides, groups, opener};
use crate::happening::Access;
use crate::sheet;
use crate::template::{Lists, Template};

/// All texts.
pub(crate) struct Corpus {
    /// Values for slots.
    pub lists: Lists,
    /// Groups, in the order of their file.
    pub groups: Vec<GroupText>,
    /// What starts a conversation, with what is said under it.
    pub openers: Vec<Opener>,
    /// Short remarks in words that fit anywhere, by [`Aside`].
    pub asides: [Vec<Template>; 6],
    /// What people say about themselves.
    pub abouts: Vec<(Crowd, Template)>,
    /// Community actions in the order of opening; the last one runs now.
    pub actions: Vec<ActionText>,
}

/// A group of people around a subject.
pub(crate) struct GroupText {
    /// The word that openers use for it.
    pub word: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: String,
    /// Its door.
    pub access: Access,
    /// On which share of the year it is made, 0 to 1.
    pub from: f64,
    /// Which departments belong in it.
    pub crowd: Crowd,
    /// The chance that somebody of those departments joins.
    pub draw: f64,
}

/// Where a remark stands whose words fit anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aside {
    /// Somebody under a question.
    UnderQuestion,
    /// Somebody under anything else.
    UnderUpdate,
    /// The community team under a member's question.
    StaffUnderQuestion,
    /// The community team under anything else of a member.
    StaffUnderUpdate,
    /// The community team under a thread of its own.
    OwnThread,
    /// Anybody under something serious.
    Serious,
}

/// Who may start a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum From {
    /// Anybody of the right department.
    Member,
    /// The community team.
    Staff,
    /// Somebody in their first weeks.
    Newcomer,
    /// A team leader or director.
    Leader,
}

/// A conversation: how it starts and what is said.
pub(crate) struct Opener {
    /// It asks, and an answer may be accepted.
    pub question: bool,
    /// Who may start it.
    pub from: From,
    /// Departments that may have written it.
    pub crowd: Crowd,
    /// Departments of which anyone may answer.
    pub circle: Crowd,
    /// Groups where it fits, best first; `None` is the community as a whole.
    pub groups: Vec<Option<usize>>,
    /// The months in which it makes sense, bit 0 is January.
    pub months: u16,
    /// The part of the simulated time in which it makes sense, as shares.
    pub when: [f64; 2],
    /// Light words are out of place under it.
    pub serious: bool,
    /// Days before it can be used again in an ordinary town; 0 is as usual.
    pub rest: i64,
    /// Topics.
    pub topics: Vec<String>,
    /// How much it moves people: 1 is ordinary.
    pub warmth: f64,
    /// The title; not everything has one.
    pub title: Option<Template>,
    /// The text.
    pub body: Template,
    /// What is said under it, in order.
    pub lines: Vec<Line>,
}

/// One thing said under a conversation.
pub(crate) struct Line {
    /// Who can say this.
    pub by: By,
    /// It answers the line before, and is not said without it.
    pub follows: bool,
    /// The starter takes it as the answer.
    pub accepted: bool,
    /// The text.
    pub text: Template,
}

/// Who says a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Anybody but the starter.
    Anyone,
    /// The starter.
    Author,
    /// The community team.
    Staff,
    /// A team leader or director.
    Leader,
    /// Somebody of these departments.
    Crowd(Crowd),
}

/// A community action with its answers.
pub(crate) struct ActionText {
    /// The key.
    pub word: &'static str,
    /// The number in the catalogue.
    pub catalogue: u8,
    /// The question.
    pub question: String,
    /// The purpose.
    pub purpose: String,
    /// The chance to be held back.
    pub held: f64,
    /// The true uplift.
    pub uplift: f64,
    /// How many days it is open.
    pub open_days: i64,
    /// The share of answers with a picture.
    pub pictures: f64,
    /// Departments that are called.
    pub crowd: Crowd,
    /// The department words as written, empty for everyone.
    pub audience: Vec<&'static str>,
    /// Answers, and who can give them.
    pub answers: Vec<(Crowd, Template)>,
}

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("corpus/", $name)))
    };
}

/// The files with conversations.
pub(crate) const TALK: &[(&str, &str)] = &[
    file!("koffie.txt"),
    file!("rooster.txt"),
    file!("ict.txt"),
    file!("zorg.txt"),
    file!("wijk.txt"),
    file!("diensten.txt"),
    file!("welzijn.txt"),
    file!("samen.txt"),
    file!("vraagbaak.txt"),
    file!("nieuw.txt"),
    file!("staf.txt"),
    file!("staf2.txt"),
    file!("leiding.txt"),
    file!("kort.txt"),
];

impl Corpus {
    /// Reads everything that is embedded in the program.
    pub(crate) fn read() -> Result<Self, BrokenCorpus> {
        let lists = Lists::read("slots.txt", include_str!("corpus/slots.txt"))?;
        let groups = groups()?;
        let mut openers = Vec::new();
        for (file, text) in TALK {
            for entry in sheet::read(file, text)? {
                openers.push(opener(&entry, &groups, &lists)?);
            }
        }
        let asides = asides(&lists)?;
        let abouts = abouts(&lists)?;
        let actions = sheet::read("acties.txt", include_str!("corpus/acties.txt"))?;
        let actions: Result<Vec<_>, _> =
            actions.iter().map(|entry| action(entry, &lists)).collect();
        Ok(Self { lists, groups, openers, asides, abouts, actions: actions? })
    }
}
