//! Who may let others in.

use language::{PersonId, Result, Role};
use web::Visitor;

/// May invite people and hand out codes.
#[derive(Debug)]
pub struct MayInvite {
    by: PersonId,
}

impl MayInvite {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`].
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// Who invites.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
