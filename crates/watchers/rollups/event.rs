//! What a fact adds to the read models: the one place that says what counts.

use diesel::Queryable;
use facts::Recorded;
use language::{
    ActionId, ActorKind, Arm, Day, DepartmentId, FactId, GroupId, Moment, ObjectKind, Pseudonym,
    Verb, Visibility,
};

/// What the read models need of a fact.
#[derive(Debug, Clone, Copy, Queryable)]
pub(crate) struct Event {
    pub position: Option<i64>,
    pub id: FactId,
    pub at: Moment,
    pub day: Day,
    pub actor: Option<Pseudonym>,
    pub actor_kind: ActorKind,
    pub verb: Verb,
    pub object_kind: ObjectKind,
    pub object_id: i64,
    pub thread_id: Option<i64>,
    pub target: Option<Pseudonym>,
    pub group_id: Option<GroupId>,
    pub dept_at: Option<DepartmentId>,
    pub target_dept_at: Option<DepartmentId>,
    pub action_id: Option<ActionId>,
    pub arm: Option<Arm>,
    pub propensity: Option<f64>,
    pub visibility: Visibility,
    pub corrects: Option<FactId>,
}

impl From<&Recorded> for Event {
    fn from(recorded: &Recorded) -> Self {
        let fact = &recorded.fact;
        Self {
            position: Some(recorded.position),
            id: recorded.id,
            at: fact.at,
            day: fact.day,
            actor: fact.actor,
            actor_kind: fact.actor_kind,
            verb: fact.verb,
            object_kind: fact.object_kind,
            object_id: fact.object_id,
            thread_id: fact.thread_id,
            target: fact.target,
            group_id: fact.group_id,
            dept_at: fact.dept_at,
            target_dept_at: fact.target_dept_at,
            action_id: fact.action_id,
            arm: fact.arm,
            propensity: fact.propensity,
            visibility: fact.visibility,
            corrects: fact.corrects,
        }
    }
}

/// The number of the community team among the capacities, as it stands in a key.
pub(crate) const STAFF: i16 = ActorKind::Staff.code();

/// The number of a department in a key, where 0 stands for none.
pub(crate) fn number_of(department: Option<DepartmentId>) -> i64 {
    department.map_or(0, |d| d.0)
}

/// Where a person's acts of one day are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DayKey {
    pub day: i32,
    pub pseudonym: i64,
    pub kind: i16,
    pub department: i64,
}

/// Acts of somebody. Every act counts under `acts`, a contribution also under its
/// own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Human acts of any sort; a visit alone is one.
    pub acts: i64,
    /// Threads opened.
    pub posts: i64,
    /// Comments, answers to questions included.
    pub replies: i64,
    /// Reactions.
    pub reactions: i64,
    /// Answers to community actions.
    pub answers: i64,
    /// Direct contacts outside the platform, from an interaction log.
    pub contacts: i64,
}

impl Counts {
    /// Everything that others can notice: all but visits and settings.
    pub fn contributions(&self) -> i64 {
        self.posts + self.replies + self.reactions + self.answers + self.contacts
    }

    pub(crate) fn add(&mut self, other: &Self, sign: i64) {
        self.acts += sign * other.acts;
        self.posts += sign * other.posts;
        self.replies += sign * other.replies;
        self.reactions += sign * other.reactions;
        self.answers += sign * other.answers;
        self.contacts += sign * other.contacts;
    }

    pub(crate) fn from_columns(columns: &[i64]) -> Option<Self> {
        let &[acts, posts, replies, reactions, answers, contacts] = columns else {
            return None;
        };
        Some(Self { acts, posts, replies, reactions, answers, contacts })
    }

    pub(crate) fn columns(&self) -> [i64; 6] {
        [self.acts, self.posts, self.replies, self.reactions, self.answers, self.contacts]
    }
}

/// Where the ties of one day are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TieKey {
    pub day: i32,
    pub source: i64,
    pub target: i64,
    pub source_department: i64,
    pub target_department: i64,
}

/// What a fact means for a thread.
pub(crate) enum Turn {
    Opened,
    Replied,
    Accepted,
}

impl Event {
    /// Its place in the log; facts that have none yet are never followed.
    pub(crate) fn place(&self) -> i64 {
        self.position.unwrap_or(i64::MAX)
    }

    fn by_human(&self) -> bool {
        self.actor_kind != ActorKind::Bot
    }

    /// What it adds to the actor's day, if it is an act of a human.
    ///
    /// What is done to or about a person (invited, assigned, moved, left) and what
    /// the program or a manager sets is no act of theirs: it may come from a list.
    pub(crate) fn counted(&self) -> Option<(DayKey, Counts)> {
        let actor = self.actor.filter(|_| self.by_human())?;
        let mut counts = Counts { acts: 1, ..Counts::default() };
        match self.verb {
            Verb::Post => counts.posts = 1,
            Verb::Reply => counts.replies = 1,
            Verb::React => counts.reactions = 1,
            Verb::Answer => counts.answers = 1,
            Verb::Contact => counts.contacts = 1,
            Verb::Joined
            | Verb::Session
            | Verb::Mention
            | Verb::AcceptAnswer
            | Verb::Report
            | Verb::Decide
            | Verb::OptIn
            | Verb::OptOut
            | Verb::Retract
            | Verb::Edit
            | Verb::JoinGroup
            | Verb::LeaveGroup => {}
            Verb::Invited
            | Verb::Left
            | Verb::Assign
            | Verb::Phase
            | Verb::ActionState
            | Verb::PersonChange
            | Verb::Settings
            | Verb::Consent
            | Verb::WithdrawConsent
            | Verb::MonthReport
            | Verb::Promise => return None,
        }
        let key = DayKey {
            day: self.day.0,
            pseudonym: actor.0,
            kind: self.actor_kind.code(),
            department: number_of(self.dept_at),
        };
        Some((key, counts))
    }

    /// The tie that it makes, if others can see it (SCIENCE.md §4; the weights are
    /// a choice of that document). A contact comes from a log that was brought in
    /// for its ties, so it always makes one.
    pub(crate) fn tie(&self) -> Option<(TieKey, i64)> {
        let weight = match self.verb {
            Verb::Reply | Verb::Contact => 3,
            Verb::Mention => 2,
            Verb::React => 1,
            _ => return None,
        };
        let source = self.actor.filter(|_| self.by_human())?;
        let target = self.target.filter(|target| *target != source)?;
        let visible = matches!(self.visibility, Visibility::Everyone | Visibility::Group);
        if !visible && self.verb != Verb::Contact {
            return None;
        }
        let key = TieKey {
            day: self.day.0,
            source: source.0,
            target: target.0,
            source_department: number_of(self.dept_at),
            target_department: number_of(self.target_dept_at),
        };
        Some((key, weight))
    }

    /// The thread that it belongs to and what it does there. A bot may open a
    /// thread, but neither answers nor accepts.
    pub(crate) fn turn(&self) -> Option<(i64, Turn)> {
        match self.verb {
            Verb::Post if self.object_kind == ObjectKind::Post => {
                Some((self.object_id, Turn::Opened))
            }
            Verb::Reply if self.by_human() => Some((self.thread_id?, Turn::Replied)),
            Verb::AcceptAnswer if self.by_human() => Some((self.thread_id?, Turn::Accepted)),
            _ => None,
        }
    }

    /// The action and the person of an assignment to an arm.
    pub(crate) fn assigned(&self) -> Option<(i64, i64)> {
        if self.verb != Verb::Assign || self.arm.is_none() {
            return None;
        }
        Some((self.action_id?.0, self.target?.0))
    }

    /// Whether this later fact takes back `earlier`.
    ///
    /// A retraction that names a fact takes back that one. One that names an object
    /// takes back what made it and what its maker did in it; the reactions of others
    /// to it stay, they did react. A fact of another verb that `corrects` one of its
    /// own sort replaces it.
    pub(crate) fn takes_back(&self, earlier: &Event) -> bool {
        if earlier.place() >= self.place() {
            return false;
        }
        match self.corrects {
            Some(id) => {
                id == earlier.id && (self.verb == Verb::Retract || self.verb == earlier.verb)
            }
            None => {
                self.verb == Verb::Retract
                    && self.object_id != 0
                    && self.object_id == earlier.object_id
                    && self.object_kind == earlier.object_kind
                    && GOES_WITH_ITS_OBJECT.contains(&earlier.verb)
            }
        }
    }
}

/// The facts that fall when their object is withdrawn.
pub(crate) const GOES_WITH_ITS_OBJECT: &[Verb] =
    &[Verb::Post, Verb::Reply, Verb::Mention, Verb::AcceptAnswer, Verb::Answer, Verb::Contact];
