use crate::Face;
use language::{DepartmentId, PersonId, Refusal, Result, Role, SessionId};

/// Somebody who is signed in. Only the session look-up makes one.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their handle.
    pub handle: String,
    /// Their site role.
    pub role: Role,
    /// Whether they belong to the community team.
    pub team: bool,
    /// Their department.
    pub department: Option<DepartmentId>,
    /// The sign-in that this request belongs to.
    pub session: SessionId,
    /// The language they chose, if they did.
    pub language: Option<String>,
    /// Their picture, if they have one.
    pub picture: Option<i64>,
    pub(crate) epoch: i32,
}

impl Visitor {
    /// Their picture or initials.
    pub fn face(&self) -> Face {
        Face::of(self.id, &self.name, self.picture)
    }

    /// Whether they hold `role` or a higher one.
    pub fn at_least(&self, role: Role) -> bool {
        self.role >= role
    }

    /// Who they are, for a permit that asks for `least` or a higher role.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] below it.
    pub fn ranked(&self, least: Role) -> Result<PersonId> {
        if self.at_least(least) { Ok(self.id) } else { Err(Refusal::NotAllowed.into()) }
    }

    /// Whether they run the community.
    pub fn manages(&self) -> bool {
        self.at_least(Role::Manager)
    }
}
