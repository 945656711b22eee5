//! Who and what there is: what must be remembered to make rows and facts of what comes.
//!
//! Of people everything that they do to the end is kept here, of posts and comments
//! 24 bytes each, of the rest nothing.

use crate::act::Running;
use crate::chunk::Chunk;
use database::Environment;
use formats::{Author, Key};
use jiff::tz::TimeZone;
use language::{
    ActorKind, Audience, Day, DepartmentId, Fact, Failure, GroupId, Moment, PersonId, PersonState,
    Pseudonym, Result, Role, Source, TopicId, Verb, Visibility,
};
use std::collections::{HashMap, HashSet};

/// Somebody.
pub(crate) struct Somebody {
    pub id: PersonId,
    pub pseudonym: Pseudonym,
    pub department: Option<DepartmentId>,
    pub audience: Audience,
    pub kind: ActorKind,
    pub role: Role,
    pub state: PersonState,
    pub joined: Option<Moment>,
    /// The last post, comment or reaction.
    pub contributed: Option<Moment>,
    /// Posts and comments.
    pub said: u32,
    /// The last action waits for their answer.
    pub asked: bool,
}

/// A group.
pub(crate) struct Group {
    pub id: GroupId,
    pub visibility: Visibility,
}

/// A post or comment.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    pub id: i64,
    pub author: u32,
    /// The number of the thread: its own for a post.
    pub thread: u32,
    /// The place of its group.
    pub group: u32,
}

/// How much was made.
#[derive(Default)]
pub(crate) struct Made {
    pub people: u64,
    pub groups: u64,
    pub posts: u64,
    pub comments: u64,
    pub reactions: u64,
    pub answers: u64,
    pub facts: u64,
}

/// Everything that is remembered, and the chunk that waits to be written.
pub(crate) struct Town {
    pub environment: Environment,
    pub chunk: Chunk,
    pub made: Made,
    pub people: Vec<Option<Somebody>>,
    /// The place of who runs the community.
    pub manager: Option<u32>,
    pub departments: HashMap<String, DepartmentId>,
    /// The group of everybody comes first.
    pub groups: Vec<Option<Group>>,
    /// A group whose door is not known yet.
    pub unfinished_group: Option<(usize, crate::store::GroupRow)>,
    pub topics: HashMap<String, TopicId>,
    pub items: Vec<Option<Item>>,
    pub actions: Vec<Running>,
    pub handles: HashSet<String>,
    pub slugs: HashSet<String>,
    /// How many posts of this morning stand, and the places of who wrote them.
    pub mornings: usize,
    pub spoke: Vec<u32>,
    days: Days,
}

/// The local day of moments that come in order.
struct Days {
    zone: TimeZone,
    from: Moment,
    until: Moment,
    day: Day,
}

impl Days {
    fn of(&mut self, at: Moment) -> Day {
        if at < self.from || at >= self.until {
            self.day = at.day(&self.zone);
            self.from = self.day.start(&self.zone);
            self.until = self.day.plus(1).start(&self.zone);
        }
        self.day
    }
}

/// The number in a key of the simulator, which is a letter and a number.
pub(crate) fn number(key: &Key) -> Result<usize> {
    key.as_str().get(1..).and_then(|digits| digits.parse().ok()).ok_or_else(|| unknown(key))
}

/// The simulator spoke of what it did not introduce.
pub(crate) fn unknown(key: &Key) -> Failure {
    Failure::fault("follow the simulator", format!("{key} is not known"))
}

/// Puts a value at a place of a list that may be shorter.
pub(crate) fn put<T>(list: &mut Vec<Option<T>>, place: usize, value: T) {
    if list.len() <= place {
        list.resize_with(place + 1, || None);
    }
    list[place] = Some(value);
}

/// A place as it is kept.
pub(crate) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl Town {
    /// A town without anybody.
    pub(crate) fn new(environment: &Environment, zone: TimeZone) -> Self {
        Self {
            environment: environment.clone(),
            chunk: Chunk::default(),
            made: Made::default(),
            people: Vec::new(),
            manager: None,
            departments: HashMap::new(),
            groups: Vec::new(),
            unfinished_group: None,
            topics: HashMap::new(),
            items: Vec::new(),
            actions: Vec::new(),
            handles: HashSet::new(),
            slugs: HashSet::new(),
            mornings: 0,
            spoke: Vec::new(),
            days: Days { zone, from: Moment(0), until: Moment(0), day: Day(0) },
        }
    }

    pub(crate) fn new_id(&self) -> i64 {
        self.environment.new_id()
    }

    pub(crate) fn day(&mut self, at: Moment) -> Day {
        self.days.of(at)
    }

    /// The place of a person, who must be known.
    pub(crate) fn place(&self, key: &Key) -> Result<u32> {
        let place = number(key)?;
        self.people.get(place).and_then(Option::as_ref).ok_or_else(|| unknown(key))?;
        Ok(small(place))
    }

    /// The place of an author, who is always somebody known.
    pub(crate) fn author(&self, author: &Author) -> Result<u32> {
        match author {
            Author::Known(key) => self.place(key),
            Author::Gone(_) => Err(Failure::fault("follow the simulator", "an author who is gone")),
        }
    }

    pub(crate) fn person(&self, place: u32) -> Result<&Somebody> {
        self.people.get(place as usize).and_then(Option::as_ref).ok_or_else(nobody)
    }

    pub(crate) fn person_mut(&mut self, place: u32) -> Result<&mut Somebody> {
        self.people.get_mut(place as usize).and_then(Option::as_mut).ok_or_else(nobody)
    }

    pub(crate) fn group(&self, place: usize) -> Result<&Group> {
        self.groups.get(place).and_then(Option::as_ref).ok_or_else(nobody)
    }

    pub(crate) fn item(&self, key: &Key) -> Result<Item> {
        self.items.get(number(key)?).copied().flatten().ok_or_else(|| unknown(key))
    }

    /// A fact of the program, about nothing in particular.
    pub(crate) fn fact(&mut self, verb: Verb, at: Moment) -> Fact {
        Fact { source: Source::Practice, ..Fact::new(verb, at, self.day(at)) }
    }

    /// The fact done by somebody.
    pub(crate) fn by(&self, person: u32, fact: Fact) -> Result<Fact> {
        let person = self.person(person)?;
        let joined = person.joined.filter(|joined| *joined <= fact.at);
        Ok(Fact {
            actor: Some(person.pseudonym),
            actor_kind: person.kind,
            dept_at: person.department,
            tenure_days: joined.map(|joined| {
                i32::try_from(fact.at.since(joined) / Moment::DAY).unwrap_or(i32::MAX)
            }),
            ..fact
        })
    }

    /// The fact done to somebody.
    pub(crate) fn to(&self, person: u32, fact: Fact) -> Result<Fact> {
        let person = self.person(person)?;
        Ok(Fact { target: Some(person.pseudonym), target_dept_at: person.department, ..fact })
    }

    /// The fact in a group.
    pub(crate) fn within(&self, group: usize, fact: Fact) -> Result<Fact> {
        let group = self.group(group)?;
        Ok(Fact { group_id: Some(group.id), visibility: group.visibility, ..fact })
    }

    /// Notes a fact.
    pub(crate) fn record(&mut self, fact: Fact) {
        self.made.facts += 1;
        self.chunk.facts.push(fact);
    }
}

fn nobody() -> Failure {
    Failure::fault("follow the simulator", "somebody or something that is not known")
}
