//! Who may look into the cockpit. Only this file makes permits.

use language::{PersonId, Result, Role};
use web::Visitor;

/// The right to see the cockpit and to judge in it: managers and up.
#[derive(Debug, Clone, Copy)]
pub struct MayManage {
    by: PersonId,
}

impl MayManage {
    /// The permit of a visitor who runs the community.
    ///
    /// # Errors
    /// [`language::Refusal::NotAllowed`] for others.
    pub fn of(visitor: &Visitor) -> Result<Self> {
        Ok(Self { by: visitor.ranked(Role::Manager)? })
    }

    /// Who looks.
    pub fn by(&self) -> PersonId {
        self.by
    }

    #[cfg(test)]
    pub(crate) fn in_test(by: PersonId) -> Self {
        Self { by }
    }
}
