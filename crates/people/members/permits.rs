//! Who may change whom.

use language::{PersonId, Result, Role};
use web::Visitor;

/// May change their own profile.
#[derive(Debug)]
pub struct MayEditSelf {
    person: PersonId,
}

impl MayEditSelf {
    /// Everybody who is signed in may.
    pub fn of(visitor: &Visitor) -> Self {
        Self { person: visitor.id }
    }

    /// Who.
    pub fn person(&self) -> PersonId {
        self.person
    }

    #[cfg(test)]
    pub(crate) fn in_test(person: PersonId) -> Self {
        Self { person }
    }
}

/// May change the standing of others. Whom, and how far, depends on both ranks at
/// the moment of the change: the verbs look at them in their transaction.
#[derive(Debug)]
pub struct MayRank {
    by: PersonId,
}

impl MayRank {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`].
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// Who.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
