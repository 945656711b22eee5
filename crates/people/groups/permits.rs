//! Who may do what with groups. Only this file makes permits.

use crate::group::Group;
use crate::store;
use database::{Conn, Tx};
use language::{MembershipState, PersonId, Refusal, Result, Role};
use web::Visitor;

/// The right to know that one group exists, and how its holder stands to it.
#[derive(Debug, Clone)]
pub struct MaySee {
    group: Group,
    by: PersonId,
    role: Role,
    mine: Option<MembershipState>,
    moderates: bool,
    reads: bool,
}

impl MaySee {
    /// The group with this part of an address, for somebody who may know of it.
    /// A site role opens no secret group.
    ///
    /// # Errors
    /// Not found when it is not there or not for them.
    pub fn of(conn: &mut Conn, by: PersonId, slug: &str) -> Result<Self> {
        let seen = store::seen(conn, by, slug)?.ok_or(Refusal::NotFound)?;
        Ok(Self {
            moderates: seen.moderates && seen.mine == Some(MembershipState::Active),
            group: seen.group,
            by,
            role: seen.role,
            mine: seen.mine,
            reads: seen.reads,
        })
    }

    /// As [`Self::of`], with the group held until the transaction ends.
    fn held(tx: &mut Tx<'_>, by: PersonId, slug: &str) -> Result<Self> {
        store::hold(tx, slug)?;
        Self::of(tx, by, slug)
    }

    /// The group.
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// Who sees it.
    pub fn by(&self) -> PersonId {
        self.by
    }

    /// Their site role.
    pub(crate) fn role(&self) -> Role {
        self.role
    }

    /// Their membership, if they ever had to do with the group.
    pub fn mine(&self) -> Option<MembershipState> {
        self.mine
    }

    /// Whether they are in.
    pub fn is_member(&self) -> bool {
        self.mine == Some(MembershipState::Active)
    }

    /// Whether they moderate the group.
    pub fn moderates(&self) -> bool {
        self.moderates
    }

    /// Whether they may read what stands in it.
    pub fn reads(&self) -> bool {
        self.reads
    }

    /// Whether they may look after it: its moderators, and who runs the community.
    pub fn looks_after(&self) -> bool {
        self.moderates || self.role >= Role::Manager
    }
}

/// The right to make a group.
#[derive(Debug, Clone, Copy)]
pub struct MayCreate {
    by: PersonId,
}

impl MayCreate {
    /// Everybody who is signed in may.
    pub fn of(visitor: &Visitor) -> Self {
        Self { by: visitor.id }
    }

    pub(crate) fn by(self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}

/// The right to come and go oneself. How far that reaches, [`crate::next`] says.
#[derive(Debug)]
pub struct MayTakePart {
    see: MaySee,
}

impl MayTakePart {
    /// Everybody who may know of the group.
    ///
    /// # Errors
    /// Not found when it is not there or not for them.
    pub fn of(tx: &mut Tx<'_>, by: PersonId, slug: &str) -> Result<Self> {
        Ok(Self { see: MaySee::held(tx, by, slug)? })
    }

    /// What it rests on.
    pub fn see(&self) -> &MaySee {
        &self.see
    }
}

/// The right to look after a group: its members, its settings.
#[derive(Debug)]
pub struct MayLookAfter {
    see: MaySee,
}

impl MayLookAfter {
    /// The group's moderators, and who runs the community.
    ///
    /// # Errors
    /// Not found when it is not there or not for them, not allowed for other members.
    pub fn of(tx: &mut Tx<'_>, by: PersonId, slug: &str) -> Result<Self> {
        let see = MaySee::held(tx, by, slug)?;
        if !see.looks_after() {
            return Err(Refusal::NotAllowed.into());
        }
        Ok(Self { see })
    }

    /// What it rests on.
    pub fn see(&self) -> &MaySee {
        &self.see
    }
}
