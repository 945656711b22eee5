//! Who may change the organisation.

use language::{PersonId, Result, Role};
use web::Visitor;

/// May change departments, settings and the community team.
#[derive(Debug)]
pub struct MayOrganise {
    by: PersonId,
}

impl MayOrganise {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`].
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// Who organises.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
