//! What something is attached to.

use crate::{ActionId, AnswerId, CommentId, PostId, code_enum};

code_enum!(
    /// The kinds of things that can carry comments, reactions and pictures.
    SubjectKind {
        /// A post.
        Post = 1,
        /// A comment.
        Comment = 2,
        /// A community action.
        Action = 3,
        /// An answer to a community action.
        Answer = 4,
    }
);

/// A thing that carries attachments, without saying more about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// Which kind of thing.
    pub kind: SubjectKind,
    /// Its id among its kind.
    pub id: i64,
}

impl From<PostId> for Subject {
    fn from(id: PostId) -> Self {
        Self { kind: SubjectKind::Post, id: id.0 }
    }
}
impl From<CommentId> for Subject {
    fn from(id: CommentId) -> Self {
        Self { kind: SubjectKind::Comment, id: id.0 }
    }
}
impl From<ActionId> for Subject {
    fn from(id: ActionId) -> Self {
        Self { kind: SubjectKind::Action, id: id.0 }
    }
}
impl From<AnswerId> for Subject {
    fn from(id: AnswerId) -> Self {
        Self { kind: SubjectKind::Answer, id: id.0 }
    }
}

/// A permit of a subject's slice that its holder may read it, as far as an
/// attachment needs to know. Only that slice makes values of such a type, so
/// whoever has one has passed its check.
pub trait Carries {
    /// The thing itself.
    fn subject(&self) -> Subject;
    /// The group in which it stands.
    fn group(&self) -> crate::GroupId;
    /// Who made it.
    fn author(&self) -> Option<crate::PersonId>;
    /// How widely it can be read.
    fn visibility(&self) -> crate::Visibility;
    /// Whether anything may be added to it.
    fn is_open(&self) -> bool;
}
