//! Who may do what with posts. Only this file makes permits.

use crate::post::{Kind, Post};
use crate::store;
use database::Conn;
use language::{Carries, GroupId, PersonId, PostId, Refusal, Result, Role, Subject, Visibility};

/// The right to read one post, and the post itself: what was checked is what is used.
#[derive(Debug, Clone)]
pub struct MayRead {
    post: Post,
    reader: PersonId,
}

impl MayRead {
    /// The post, for somebody who may read it.
    ///
    /// # Errors
    /// Not found when it is not there or not for them.
    pub fn of(conn: &mut Conn, reader: PersonId, post: PostId) -> Result<Self> {
        let post = store::find(conn, reader, post)?;
        Ok(Self { post, reader })
    }

    /// The post.
    pub fn post(&self) -> &Post {
        &self.post
    }

    /// Who may read it.
    pub fn reader(&self) -> PersonId {
        self.reader
    }
}

impl Carries for MayRead {
    fn subject(&self) -> Subject {
        self.post.id.into()
    }
    fn group(&self) -> GroupId {
        self.post.group
    }
    fn author(&self) -> Option<PersonId> {
        self.post.author
    }
    fn visibility(&self) -> Visibility {
        self.post.visibility
    }
    fn is_open(&self) -> bool {
        self.post.open
    }
}

/// The right to post in one group.
#[derive(Debug, Clone, Copy)]
pub struct MayPost {
    group: GroupId,
    by: PersonId,
    visibility: Visibility,
}

impl MayPost {
    /// Members post in a group that is in use; everybody in the commons.
    ///
    /// # Errors
    /// Not found when the group is not for them, gone when it is archived, not
    /// allowed when they only read it.
    pub fn of(conn: &mut Conn, by: PersonId, group: GroupId) -> Result<Self> {
        let standing = store::group_for(conn, by, group)?;
        if standing.archived {
            return Err(Refusal::Gone.into());
        }
        if !standing.member {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { group, by, visibility: store::visibility(standing.access) })
    }

    pub(crate) fn group(&self) -> GroupId {
        self.group
    }

    pub(crate) fn by(&self) -> PersonId {
        self.by
    }

    pub(crate) fn visibility(&self) -> Visibility {
        self.visibility
    }
}

/// The right to change or take away one post.
#[derive(Debug, Clone)]
pub struct MayEdit {
    read: MayRead,
    own: bool,
}

impl MayEdit {
    /// Authors change their own; moderators and up may take away others'.
    ///
    /// # Errors
    /// Not allowed for others.
    pub fn of(read: MayRead, role: Role) -> Result<Self> {
        let own = read.post.author == Some(read.reader);
        if !own && role < Role::Moderator {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { read, own })
    }

    /// Whether the post is their own.
    pub fn is_own(&self) -> bool {
        self.own
    }

    /// The right to read that this one rests on.
    pub fn read(&self) -> &MayRead {
        &self.read
    }
}

/// The right to say which answer helped.
#[derive(Debug, Clone)]
pub struct MayAccept {
    read: MayRead,
}

impl MayAccept {
    /// Whoever asked, and moderators and up.
    ///
    /// # Errors
    /// Not allowed for others, or when it is no question.
    pub fn of(read: MayRead, role: Role) -> Result<Self> {
        let asked = read.post.author == Some(read.reader);
        if read.post.kind != Kind::Question || !(asked || role >= Role::Moderator) {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { read })
    }

    /// The right to read that this one rests on.
    pub fn read(&self) -> &MayRead {
        &self.read
    }
}
