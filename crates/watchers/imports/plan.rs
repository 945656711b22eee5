//! What an import will write, resolved to ids: everything but the texts, which wait
//! in [`crate::spill`]. People, groups, posts and comments that are already there
//! stand in the same lists, marked as known, so that one index means one thing.

use crate::spill::Spill;
use crate::store::{AliasRow, DepartmentRow, GroupRow, PersonChange, PersonRow, TopicRow};
use language::{
    ActorKind, CommentId, DepartmentId, GroupAccess, GroupId, Moment, PersonId, PostId, Pseudonym,
    TopicId, Visibility,
};

/// The words of reactions, in an order that stays: their places are kept.
pub(crate) const WORDS: [&str; 5] = ["thanks", "agree", "impressed", "help", "helped_me"];

/// A place in one of the lists of the plan.
pub(crate) type Ix = u32;

/// The place of what was pushed last.
pub(crate) fn last<T>(list: &[T]) -> Ix {
    // Four thousand million records do not fit in memory.
    Ix::try_from(list.len().saturating_sub(1)).unwrap_or(Ix::MAX)
}

/// Somebody, known or new.
pub(crate) struct Somebody {
    pub id: PersonId,
    /// None only for known people whom the log has never named.
    pub pseudonym: Option<Pseudonym>,
    pub kind: ActorKind,
    pub department: Option<DepartmentId>,
    pub joined: Option<Moment>,
    /// The first imported act.
    pub first_act: Option<Moment>,
    /// Asked to be forgotten: nothing is written about them.
    pub erased: bool,
}

/// A group, known or new.
pub(crate) struct Place {
    pub id: GroupId,
    pub visibility: Visibility,
}

impl Place {
    pub(crate) fn new(id: GroupId, access: GroupAccess) -> Self {
        let visibility = match access {
            GroupAccess::Open => Visibility::Everyone,
            GroupAccess::Closed => Visibility::Group,
            GroupAccess::Secret => Visibility::Secret,
        };
        Self { id, visibility }
    }
}

/// A post, known or new. Of a known one the counters are what it gains.
pub(crate) struct Post {
    pub id: PostId,
    pub group: Ix,
    pub author: Option<Ix>,
    pub question: bool,
    pub at: Moment,
    pub edited: Option<Moment>,
    pub closed: Option<Moment>,
    pub activity: Moment,
    pub score: Option<i32>,
    pub comments: i32,
    pub reactions: i32,
    pub accepted: Option<CommentId>,
    pub known: bool,
    /// Whether the source has shown it in this run.
    pub seen: bool,
}

/// A comment, known or new.
pub(crate) struct Comment {
    pub id: CommentId,
    pub post: Ix,
    pub parent: Option<Ix>,
    pub author: Option<Ix>,
    pub at: Moment,
    pub edited: Option<Moment>,
    pub score: Option<i32>,
    pub reactions: i32,
    pub known: bool,
    pub seen: bool,
}

/// A post or a comment.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    Post(Ix),
    Comment(Ix),
}

/// A new membership.
pub(crate) struct Membership {
    pub group: Ix,
    pub person: Ix,
    pub at: Moment,
}

/// A new reaction.
pub(crate) struct Reaction {
    pub subject: Subject,
    pub person: Ix,
    pub word: &'static str,
    pub at: Moment,
}

/// A new taken answer.
pub(crate) struct Accept {
    pub post: Ix,
    pub comment: Ix,
    pub at: Moment,
}

/// A new contact.
pub(crate) struct Contact {
    pub key: i64,
    pub from: Ix,
    pub to: Ix,
    pub at: Moment,
    /// A number for what binds contacts together.
    pub thread: Option<i64>,
}

/// Everything that publishing will write.
#[derive(Default)]
pub(crate) struct Plan {
    pub people: Vec<Somebody>,
    pub new_people: Vec<PersonRow>,
    pub new_aliases: Vec<AliasRow>,
    pub person_changes: Vec<(Ix, PersonChange)>,
    pub new_departments: Vec<DepartmentRow>,
    pub headcounts: Vec<(DepartmentId, i32)>,
    pub groups: Vec<Place>,
    pub new_groups: Vec<GroupRow>,
    pub memberships: Vec<Membership>,
    pub new_topics: Vec<TopicRow>,
    pub topics: Vec<TopicId>,
    pub posts: Vec<Post>,
    pub post_topics: Vec<(Ix, Ix)>,
    pub comments: Vec<Comment>,
    pub accepts: Vec<Accept>,
    pub reactions: Vec<Reaction>,
    pub contacts: Vec<Contact>,
}

/// The texts of the plan, in the order of its new posts and comments.
pub(crate) struct Spills {
    /// Of each new post: key, author's name, title, body, HTML.
    pub posts: Spill,
    /// Of each new comment: key, author's name, body, HTML.
    pub comments: Spill,
}

impl Plan {
    /// Whether publishing would write nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.new_people.is_empty()
            && self.new_aliases.is_empty()
            && self.person_changes.is_empty()
            && self.new_departments.is_empty()
            && self.headcounts.is_empty()
            && self.new_groups.is_empty()
            && self.memberships.is_empty()
            && self.posts.iter().all(|p| p.known)
            && self.comments.iter().all(|c| c.known)
            && self.accepts.is_empty()
            && self.reactions.is_empty()
            && self.contacts.is_empty()
    }

    /// Somebody of the plan.
    pub(crate) fn person(&self, at: Ix) -> &Somebody {
        &self.people[at as usize]
    }

    /// Somebody did something at a moment.
    pub(crate) fn acted(&mut self, at: Ix, when: Moment) {
        let person = &mut self.people[at as usize];
        person.first_act = Some(person.first_act.map_or(when, |first| first.min(when)));
    }
}
